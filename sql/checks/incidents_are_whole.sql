-- fail: Every event of a happening belongs to one incident that is there, and every incident has a report. Of a run its
-- own events and incidents are looked at, those that it changed as they were before, and what it removed.
with changed as (
    select unnest(from_json(json_extract(before, '$.events'), '["UUID"]')) as event_id
    from incident_changes
    where run_id = $run_id
),

own as (
    select
        events.event_id,
        events.scope
    from events
    inner join documents on events.document_id = documents.document_id
    where documents.run_id = $run_id
    union
    select
        events.event_id,
        events.scope
    from events
    semi join changed on events.event_id = changed.event_id
    union
    select
        event_id,
        scope
    from events
    where $run_id is null
)

select
    'events' as relation,
    own.event_id as id
from own
left join incident_reports on own.event_id = incident_reports.event_id
left join incidents on incident_reports.incident_id = incidents.incident_id
where own.scope = 'single'
group by own.event_id
having count(incidents.incident_id) != 1
union all
select
    'incident_reports' as relation,
    incident_reports.event_id as id
from incident_reports
anti join events on incident_reports.event_id = events.event_id
where
    $run_id is null
    or incident_reports.run_id = $run_id
    or incident_reports.event_id in (
        select event_changes.event_id
        from event_changes
        where event_changes.run_id = $run_id and event_changes.change = 'removed'
    )
union all
select
    'incidents' as relation,
    incidents.incident_id as id
from incidents
anti join incident_reports on incidents.incident_id = incident_reports.incident_id
where
    $run_id is null
    or incidents.run_id = $run_id
    or incidents.incident_id in (
        select incident_changes.incident_id
        from incident_changes
        where incident_changes.run_id = $run_id
    );
