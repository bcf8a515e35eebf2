-- The rows of incident_figures with the month in which their incident began.
select
    incident_figures.*,
    coalesce(strftime(incidents.date_start, '%Y-%m'), 'undated') as month
from incident_figures
inner join incidents on incident_figures.incident_id = incidents.incident_id
order by incident_figures.incident_id;
