-- One row a figure of an event: a range, open where null. "Killed or wounded" is role killed with includes_injured.
alter table event_quantities add column is_counted boolean;

update event_quantities set is_counted = figures.is_counted
from (
    with recursive wholes as (
        select
            events.event_id,
            events.part_of as whole_id
        from events
        where events.part_of is not null
        union
        select
            wholes.event_id,
            events.part_of as whole_id
        from wholes
        inner join events on wholes.whole_id = events.event_id
        where events.part_of is not null and events.status in ('occurred', 'ongoing') and events.scope = 'single'
    ),

    told_by_whole as (
        select distinct
            wholes.event_id,
            event_quantities.role
        from wholes
        inner join events on wholes.whole_id = events.event_id
        inner join event_quantities on events.event_id = event_quantities.event_id
        where events.status in ('occurred', 'ongoing') and events.scope = 'single'
    )

    select
        event_quantities.event_id,
        event_quantities.slot_number,
        events.status in ('occurred', 'ongoing') and events.scope = 'single' and told_by_whole.event_id is null
            as is_counted
    from event_quantities
    inner join events on event_quantities.event_id = events.event_id -- noqa: ST09
    left join told_by_whole
        on event_quantities.event_id = told_by_whole.event_id and event_quantities.role = told_by_whole.role
) as figures
where event_quantities.event_id = figures.event_id and event_quantities.slot_number = figures.slot_number;

comment on table event_quantities is
'One row a figure of an event: a range, open where null. "Killed or wounded" is role killed with includes_injured.';
comment on column event_quantities.is_counted is 'True where it may be summed unless its document is a copy: its event has happened or goes on, is no period total, and no whole of it, at any remove, has a figure of this role.';
