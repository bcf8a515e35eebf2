-- The pairs of events to compare.
select
    cast(event_id as varchar) as event_id,
    cast(other_event_id as varchar) as other_event_id
from candidates
order by event_id, other_event_id;
