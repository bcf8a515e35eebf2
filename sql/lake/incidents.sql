-- The incidents with the month in which they began.
select
    incidents.*,
    coalesce(strftime(incidents.date_start, '%Y-%m'), 'undated') as month
from incidents
order by incidents.incident_id;
