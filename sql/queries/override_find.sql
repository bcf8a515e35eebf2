-- The events whose id begins so.
select cast(event_id as varchar) as event_id
from events
where starts_with(cast(event_id as varchar), lower($key))
order by event_id
limit 2;
