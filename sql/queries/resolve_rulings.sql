-- What persons have said of touched events.
select
    incident_overrides.verdict,
    cast(incident_overrides.event_id as varchar) as event_id,
    cast(incident_overrides.other_event_id as varchar) as other_event_id
from incident_overrides
semi join touched on incident_overrides.event_id = touched.event_id;
