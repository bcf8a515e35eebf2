-- fail: Every event of a happening belongs to one incident that is there, and every incident has a report.
select
    'events' as relation,
    events.event_id as id
from events
left join incident_reports on events.event_id = incident_reports.event_id
left join incidents on incident_reports.incident_id = incidents.incident_id
where events.scope = 'single'
group by events.event_id
having count(incidents.incident_id) != 1
union all
select
    'incident_reports' as relation,
    incident_reports.event_id as id
from incident_reports
anti join events on incident_reports.event_id = events.event_id
union all
select
    'incidents' as relation,
    incidents.incident_id as id
from incidents
anti join incident_reports on incidents.incident_id = incident_reports.incident_id;
