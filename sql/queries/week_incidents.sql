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
where
    incidents.incident_id in (
        select incident_reports.incident_id
        from incident_reports
        inner join events on incident_reports.event_id = events.event_id
        where events.created_at >= cast($since as timestamptz)
    )
order by incidents.sources desc, incidents.date_start desc nulls last, incidents.incident_id;
