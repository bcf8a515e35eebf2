-- The events whose incident may change: those of the portion and the stale ones, with all that links, incidents and
-- rulings join to them, at whatever remove.
create or replace temp table touched as
with recursive edges as (
    select
        event_id as node,
        other_event_id as next_node
    from incident_links
    union all
    select
        other_event_id as node,
        event_id as next_node
    from incident_links
    union all
    select
        event_id as node,
        incident_id as next_node
    from incident_reports
    union all
    select
        incident_id as node,
        event_id as next_node
    from incident_reports
    union all
    select
        event_id as node,
        other_event_id as next_node
    from incident_overrides
    union all
    select
        other_event_id as node,
        event_id as next_node
    from incident_overrides
),

reached as (
    select event_id as node from portion
    union
    select event_id as node from stale
    union
    select edges.next_node as node
    from reached
    inner join edges on reached.node = edges.node
)

select events.event_id
from events
semi join reached on events.event_id = reached.node
anti join waiting on events.event_id = waiting.event_id
where events.scope = 'single';

create or replace temp table wanted as
select touched.event_id
from touched
anti join wanted on touched.event_id = wanted.event_id;
