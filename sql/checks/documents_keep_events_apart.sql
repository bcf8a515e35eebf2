-- fail: Two events of one document are two incidents, unless a person has said otherwise.
with ruled as (
    select distinct incident_reports.incident_id
    from incident_reports
    inner join incident_overrides on incident_reports.event_id = incident_overrides.event_id
    where incident_overrides.verdict = 'together'
)

select
    incident_reports.incident_id,
    incident_reports.document_id
from incident_reports
anti join ruled on incident_reports.incident_id = ruled.incident_id
where coalesce(incident_reports.run_id = $run_id, true)
group by incident_reports.incident_id, incident_reports.document_id
having count(*) > 1;
