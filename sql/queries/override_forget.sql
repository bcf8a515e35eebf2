-- What was said of the pairs of these events goes.
delete from incident_overrides
where
    list_contains(cast($events as uuid[]), event_id)
    and list_contains(cast($events as uuid[]), other_event_id);
