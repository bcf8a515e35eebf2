-- The links between touched events, with their parts.
select
    cast(incident_links.event_id as varchar) as event_id,
    cast(incident_links.other_event_id as varchar) as other_event_id,
    incident_links.kind_score,
    incident_links.place_score,
    incident_links.date_score,
    incident_links.actor_score,
    incident_links.target_score,
    incident_links.figure_score,
    incident_links.operation_score,
    incident_links.wording_score,
    incident_links.story_score
from incident_links
semi join touched as one on incident_links.event_id = one.event_id
semi join touched as other on incident_links.other_event_id = other.event_id;
