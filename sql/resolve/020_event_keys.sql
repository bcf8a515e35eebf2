-- One row an event and a block that it is in: events are compared only where they share one. A key with needs counts
-- only where one of the two events lacks so much: 1 a date, 2 a province, 4 a place. A week is seven days from 1970 on;
-- an event is in the weeks of a day more on either side, one that is only dated by its report in those of a week before.
create or replace temp view event_keys as
with dated as (
    select
        events.event_id,
        events.document_id,
        events.operation,
        kind_groups.kind_group,
        events.date_start is null or events.date_end - events.date_start > 31 as undated,
        datediff('day', date '1970-01-01', events.date_start)
        - if(events.date_precision = 'week' and events.date_start = events.date_end, 8, 1) as first_day,
        datediff('day', date '1970-01-01', events.date_end) + 1 as last_day
    from events
    inner join kind_groups on events.kind = kind_groups.kind
    where events.scope = 'single'
),

spots as (
    select
        event_id,
        list(distinct country_code) filter (where country_code is not null) as countries,
        list(distinct country_code || ' ' || admin1) filter (where admin1 is not null) as provinces,
        list(distinct lower(strip_accents(name))) filter (where feature is distinct from 'country') as names
    from event_places
    group by event_id
),

figures as (
    select
        event_id,
        list(distinct role || ' ' || low) as told
    from event_quantities
    where low > 1
    group by event_id
),

parties as (
    select
        event_id,
        list(distinct name) as names
    from event_participants
    where role in ('actor', 'target') and name != lower(name)
    group by event_id
),

traits as (
    select
        dated.event_id,
        dated.document_id,
        dated.operation,
        dated.kind_group,
        coalesce(spots.countries, []) as countries,
        coalesce(spots.provinces, []) as provinces,
        coalesce(spots.names, []) as places,
        coalesce(figures.told, []) as figures,
        coalesce(parties.names, []) as parties,
        if(dated.undated, [], range(dated.first_day // 7, dated.last_day // 7 + 1)) as weeks,
        if(dated.undated, 1, 0) + if(spots.provinces is null, 2, 0) + if(spots.event_id is null, 4, 0) as lacks
    from dated
    left join spots on dated.event_id = spots.event_id
    left join figures on dated.event_id = figures.event_id
    left join parties on dated.event_id = parties.event_id
),

weekly as (
    select
        event_id,
        document_id,
        kind_group,
        countries,
        provinces,
        places,
        parties,
        lacks,
        unnest(weeks) as week
    from traits
),

keyed as (
    select
        event_id,
        document_id,
        lacks,
        0 as needs,
        unnest(list_transform(provinces || places, lambda place: hash(kind_group, week, place))) as key
    from weekly
    union all
    select
        event_id,
        document_id,
        lacks,
        2 as needs,
        unnest(list_transform(countries, lambda country: hash(kind_group, week, country))) as key
    from weekly
    union all
    select
        event_id,
        document_id,
        lacks,
        4 as needs,
        unnest(list_transform(parties, lambda party: hash(kind_group, week, party))) as key
    from weekly
    union all
    select
        event_id,
        document_id,
        lacks,
        1 as needs,
        unnest(list_transform(places, lambda place: hash(kind_group, place))) as key
    from traits
    union all
    select
        event_id,
        document_id,
        lacks,
        1 as needs,
        unnest(list_transform(figures, lambda figure: hash(kind_group, figure, provinces[1]))) as key
    from traits
    where len(provinces) > 0
    union all
    select
        event_id,
        document_id,
        lacks,
        0 as needs,
        hash(kind_group, operation) as key
    from traits
    where operation is not null
)

select
    event_id,
    document_id,
    lacks,
    needs,
    key
from keyed;
