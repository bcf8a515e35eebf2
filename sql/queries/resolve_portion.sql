-- The events that are resolved in this go.
select cast(event_id as varchar) as event_id
from portion;
