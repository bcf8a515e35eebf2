-- The reports of the incident whose id begins so, with what each joined by.
select
    incident_reports.event_id,
    events.kind,
    events.date_start,
    documents.site,
    documents.published_at,
    events.summary,
    incident_reports.reason,
    round(incident_reports.score, 1) as score,
    round(incident_reports.kind_score, 1) as kind_score,
    round(incident_reports.place_score, 1) as place_score,
    round(incident_reports.date_score, 1) as date_score,
    round(incident_reports.actor_score, 1) as actor_score,
    round(incident_reports.target_score, 1) as target_score,
    round(incident_reports.figure_score, 1) as figure_score,
    round(incident_reports.operation_score, 1) as operation_score,
    round(incident_reports.wording_score, 1) as wording_score,
    round(incident_reports.story_score, 1) as story_score,
    documents.source_uri
from incident_reports
inner join events on incident_reports.event_id = events.event_id
inner join documents on incident_reports.document_id = documents.document_id
where starts_with(cast(incident_reports.incident_id as varchar), lower($key))
order by documents.published_at nulls last, documents.source_uri, incident_reports.event_id;
