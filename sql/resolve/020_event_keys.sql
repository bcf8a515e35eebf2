-- One row an event of the table keyed_events and a block that it is in: events are compared only where they share one. A
-- key with needs counts only where one of the two events lacks so much: 1 a date, 2 a province, 4 a place. An event is
-- in the blocks of its days and of the day after, so that those of neighbouring days meet; one that is only dated by
-- its report in those of a week before.
create or replace temp table keyed_events as
select
    cast(null as uuid) as event_id,
    cast(null as boolean) as undated,
    cast(null as bigint[]) as days
where false;

create or replace temp view event_keys as
with grouped as (
    select
        events.event_id,
        events.document_id,
        events.operation,
        kind_groups.kind_group,
        keyed_events.days,
        keyed_events.undated
    from keyed_events
    inner join events on keyed_events.event_id = events.event_id
    inner join kind_groups on events.kind = kind_groups.kind
),

places as (
    select
        event_places.event_id,
        event_places.country_code,
        event_places.admin1,
        if(event_places.feature = 'country', null, lower(strip_accents(event_places.name))) as name
    from event_places
    semi join keyed_events on event_places.event_id = keyed_events.event_id
),

located as (
    select
        event_id,
        bool_or(admin1 is not null) as in_province
    from places
    group by event_id
),

marks as (
    select
        event_id,
        country_code || ' ' || admin1 as mark,
        0 as needs,
        true as daily
    from places
    union all
    select
        event_id,
        name as mark,
        0 as needs,
        true as daily
    from places
    union all
    select
        event_id,
        name as mark,
        1 as needs,
        false as daily
    from places
    union all
    select
        event_id,
        country_code as mark,
        2 as needs,
        true as daily
    from places
    union all
    select
        event_participants.event_id,
        event_participants.name as mark,
        4 as needs,
        true as daily
    from event_participants
    semi join keyed_events on event_participants.event_id = keyed_events.event_id
    where
        event_participants.role in ('actor', 'target')
        and event_participants.name != lower(event_participants.name)
    union all
    select
        event_quantities.event_id,
        places.admin1 || ' ' || event_quantities.role || ' ' || event_quantities.low as mark,
        1 as needs,
        false as daily
    from event_quantities
    inner join places on event_quantities.event_id = places.event_id
    where event_quantities.low > 1
    union all
    select
        event_id,
        operation as mark,
        0 as needs,
        false as daily
    from grouped
)

select
    grouped.event_id,
    grouped.document_id,
    cast(grouped.undated as integer)
    + if(coalesce(located.in_province, false), 0, 2)
    + if(located.event_id is null, 4, 0) as lacks,
    marks.needs,
    hash(grouped.kind_group, marks.mark, unnest(if(marks.daily, grouped.days, [null]))) as key
from grouped
inner join marks on grouped.event_id = marks.event_id
left join located on grouped.event_id = located.event_id
where marks.mark is not null;
