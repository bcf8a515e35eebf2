-- The incidents of the touched and the stale events as they stand.
create or replace temp table standing as
with known as (
    select incident_reports.incident_id
    from incident_reports
    semi join touched on incident_reports.event_id = touched.event_id
    union
    select incident_reports.incident_id
    from incident_reports
    semi join stale on incident_reports.event_id = stale.event_id
)

select
    incidents.incident_id,
    incidents.created_at,
    incident_records.record
from incidents
semi join known on incidents.incident_id = known.incident_id
inner join incident_records on incidents.incident_id = incident_records.incident_id;
