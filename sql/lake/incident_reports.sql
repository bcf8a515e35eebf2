-- The rows of incident_reports with the month in which their incident began.
select
    incident_reports.*,
    coalesce(strftime(incidents.date_start, '%Y-%m'), 'undated') as month
from incident_reports
inner join incidents on incident_reports.incident_id = incidents.incident_id
order by incident_reports.incident_id;
