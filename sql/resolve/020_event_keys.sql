-- One row an event of the table keyed_events and a block that it is in: events are compared only where they share one. A
-- block is a group of kinds, a mark and, where the mark is of a day, eight days. One with needs counts only where one of
-- the two events lacks so much: 1 a date, 2 a province, 4 a place. The days of an event are its own and the day after, so
-- that those of neighbouring days meet; of one that is only dated by its report also those of a week before.
create or replace temp view dated_events as
select
    event_id,
    document_id,
    kind,
    operation,
    date_start is null or date_end - date_start > 31 as undated,
    datediff('day', date '1970-01-01', date_start)
    - if(date_precision = 'week' and date_start = date_end, 7, 0) as first_day,
    datediff('day', date '1970-01-01', date_end) + 1 as last_day,
    if(admin1 is null, 2, 0) + if(place is null, 4, 0) as may_lack
from events
where scope = 'single';

create or replace temp view daily_marks as
select
    event_id,
    country_code || ' ' || admin1 as mark,
    0 as needs
from event_places
union all
select
    event_id,
    lower(strip_accents(name)) as mark,
    0 as needs
from event_places
where feature is distinct from 'country'
union all
select
    event_id,
    country_code as mark,
    2 as needs
from event_places
union all
select
    event_id,
    name as mark,
    4 as needs
from event_participants
where role in ('actor', 'target') and name != lower(name);

create or replace temp view lasting_marks as
select
    event_id,
    lower(strip_accents(name)) as mark,
    1 as needs
from event_places
where feature is distinct from 'country'
union all
select
    event_quantities.event_id,
    event_places.admin1 || ' ' || event_quantities.role || ' ' || event_quantities.low as mark,
    1 as needs
from event_quantities
inner join event_places on event_quantities.event_id = event_places.event_id
where event_quantities.low > 1
union all
select
    event_id,
    operation as mark,
    0 as needs
from events
where operation is not null;

create or replace temp table keyed_events as
select
    cast(null as uuid) as event_id,
    cast(null as boolean) as by_day
where false;

create or replace temp view event_keys as
with keyed as (
    select
        dated_events.event_id,
        dated_events.kind,
        dated_events.undated,
        dated_events.first_day,
        dated_events.last_day,
        if(
            keyed_events.by_day and not dated_events.undated,
            range(dated_events.first_day // 8, dated_events.last_day // 8 + 1),
            []
        ) as octads
    from dated_events
    inner join keyed_events on dated_events.event_id = keyed_events.event_id
),

located as (
    select
        event_places.event_id,
        bool_or(event_places.admin1 is not null) as in_province
    from event_places
    semi join keyed_events on event_places.event_id = keyed_events.event_id
    group by event_places.event_id
),

marks as (
    select
        daily_marks.*,
        keyed.octads
    from daily_marks
    inner join keyed on daily_marks.event_id = keyed.event_id
    union all
    select
        lasting_marks.*,
        [null] as octads
    from lasting_marks
    semi join keyed_events on lasting_marks.event_id = keyed_events.event_id
)

select
    keyed.event_id,
    cast(keyed.undated as integer)
    + if(coalesce(located.in_province, false), 0, 2)
    + if(located.event_id is null, 4, 0) as lacks,
    marks.needs,
    kind_groups.kind_group,
    marks.mark,
    unnest(marks.octads) as octad,
    if(octad is not null, keyed.first_day, null) as first_day,
    if(octad is not null, keyed.last_day, null) as last_day,
    hash(kind_groups.kind_group, marks.mark, octad) as key
from keyed
inner join kind_groups on keyed.kind = kind_groups.kind
inner join marks on keyed.event_id = marks.event_id
left join located on keyed.event_id = located.event_id
where marks.mark is not null;
