-- One row a named operation: phases, forces, areas and what came of it. Events of all statuses are in planned and
-- linked_events, all else is of counted events alone. A happening told by several documents counts once for each.
create or replace view operation_summaries as
with told as (
    select
        events.event_id,
        events.operation,
        events.kind,
        events.status,
        events.date_start,
        events.date_end,
        events.actors,
        events.is_counted
    from events
    inner join documents on events.document_id = documents.document_id
    where events.operation is not null and documents.duplicate_of is null
),

figures as (
    select
        event_quantities.event_id,
        max(event_quantities.low) filter (where event_quantities.role = 'phases') as phase,
        sum(event_quantities.low) filter (where event_quantities.role = 'killed') as killed_low,
        sum(event_quantities.low) filter (where event_quantities.role = 'arrested') as arrested_low,
        sum(event_quantities.low) filter (where event_quantities.role = 'villages_cleared') as villages_cleared_low
    from event_quantities
    semi join told on event_quantities.event_id = told.event_id
    where event_quantities.is_counted
    group by event_quantities.event_id
),

areas as (
    select
        told.operation,
        list_sort(list(distinct coalesce(event_places.admin1, event_places.name))) as areas
    from told
    inner join event_places on told.event_id = event_places.event_id
    where told.is_counted
    group by told.operation
),

forces as (
    select
        told.operation,
        list_sort(list(distinct who.name)) as forces
    from told
    inner join event_participants as who on told.event_id = who.event_id
    where told.is_counted and who.role in ('actor', 'supporter')
    group by told.operation
),

sums as (
    select
        told.operation,
        count(*) filter (where told.is_counted) as events,
        count(*) filter (where told.status = 'planned') as planned,
        list_sort(list(distinct told.kind) filter (where told.is_counted)) as kinds,
        max(figures.phase) as phases,
        coalesce(sum(figures.killed_low), 0) as killed_low,
        coalesce(sum(figures.arrested_low), 0) as arrested_low,
        coalesce(sum(figures.villages_cleared_low), 0) as villages_cleared_low,
        min(told.date_start) filter (where told.is_counted) as first_date,
        max(told.date_end) filter (where told.is_counted) as last_date,
        list(told.event_id order by told.date_start, told.event_id) as linked_events
    from told
    left join figures on told.event_id = figures.event_id
    group by told.operation
)

select
    sums.operation,
    sums.first_date,
    sums.last_date,
    sums.phases,
    forces.forces,
    areas.areas,
    sums.events,
    sums.planned,
    sums.kinds,
    sums.killed_low,
    sums.arrested_low,
    sums.villages_cleared_low,
    sums.linked_events
from sums
left join forces on sums.operation = forces.operation
left join areas on sums.operation = areas.operation
order by sums.events desc, sums.operation;

comment on view operation_summaries is
'One row a named operation: phases, forces, areas and what came of it. Events of all statuses are in planned and linked_events, all else is of counted events alone. A happening told by several documents counts once for each.';
comment on column operation_summaries.operation is 'Canonical name of the operation.';
comment on column operation_summaries.first_date is 'First day of the first event.';
comment on column operation_summaries.last_date is 'Last day of the last event.';
comment on column operation_summaries.phases is 'Greatest number of phases told; null where none is.';
comment on column operation_summaries.forces is 'Who took part, as actor or supporter.';
comment on column operation_summaries.areas is 'Provinces of its events; the place itself where it has none.';
comment on column operation_summaries.events is 'Events that belong to it.';
comment on column operation_summaries.planned is 'Events of it that are only announced.';
comment on column operation_summaries.kinds is 'Kinds of its events.';
comment on column operation_summaries.killed_low is 'Least number killed.';
comment on column operation_summaries.arrested_low is 'Least number arrested.';
comment on column operation_summaries.villages_cleared_low is 'Least number of villages cleared.';
comment on column operation_summaries.linked_events is 'Ids of all its events in order of time, whatever their status.';
