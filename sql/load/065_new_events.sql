-- The events that the warehouse did not hold before.
create temp table new_events as
select
    staged.event_id,
    staged.kind
from staged_events as staged
semi join accepted on staged.outcome = accepted.outcome
anti join events_before on staged.event_id = events_before.event_id;
