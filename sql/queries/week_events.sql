-- The events that came since a moment, in the form of latest_events.
select
    latest_events.*,
    events.created_at as came_at
from latest_events
inner join events on latest_events.event_id = events.event_id
where events.created_at >= cast($since as timestamptz)
order by latest_events.date_start desc nulls last, latest_events.event_id;
