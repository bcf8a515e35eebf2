-- What persons have said of pairs of events, the latest first.
select
    incident_overrides.verdict,
    incident_overrides.event_id,
    one.summary,
    incident_overrides.other_event_id,
    other.summary as other_summary,
    incident_overrides.created_at
from incident_overrides
left join events as one on incident_overrides.event_id = one.event_id
left join events as other on incident_overrides.other_event_id = other.event_id
order by incident_overrides.created_at desc, incident_overrides.event_id, incident_overrides.other_event_id;
