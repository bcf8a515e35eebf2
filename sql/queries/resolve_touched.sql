-- The events whose incident may change.
select cast(event_id as varchar) as event_id
from touched;
