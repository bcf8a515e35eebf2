-- The incidents that a report came to since a moment, those with most sources first.
select
    incidents.incident_id,
    incidents.date_start,
    incidents.kind,
    incidents.status,
    incidents.place,
    incidents.admin1,
    incidents.country_code,
    array_to_string(incidents.actors, ', ') as actors,
    array_to_string(incidents.targets, ', ') as targets,
    incidents.killed_low,
    incidents.killed_best,
    incidents.killed_high,
    incidents.injured_low,
    incidents.injured_best,
    incidents.injured_high,
    incidents.reports,
    incidents.sources,
    incidents.contested,
    incidents.summary
from incidents
semi join incidents_since(cast($since as timestamptz)) as news on incidents.incident_id = news.incident_id
order by incidents.sources desc, incidents.date_start desc nulls last, incidents.incident_id;
