-- The incidents of the touched and the stale events as they stand.
create or replace temp table known as
select incident_reports.incident_id
from incident_reports
semi join touched on incident_reports.event_id = touched.event_id
union
select incident_reports.incident_id
from incident_reports
semi join stale on incident_reports.event_id = stale.event_id;

create or replace temp table standing as
select
    incidents.incident_id,
    incidents.created_at,
    records.record
from incidents
inner join incident_records_of('known') as records on incidents.incident_id = records.incident_id;
