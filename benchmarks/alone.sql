-- Every event that has happened is an incident of its own, with its place, its day and its figure.
insert into incidents by name
select
    events.event_id as incident_id, events.kind, events.status, events.date_start, events.date_end,
    events.date_precision, events.place, events.geoname_id, events.admin1, events.admin2, events.country_code,
    events.latitude, events.longitude, events.geo_precision, events.operation, events.actors, events.targets,
    events.confidence, events.summary,
    events.killed_low, events.killed_low as killed_best, events.killed_low as killed_high, false as contested,
    1 as reports, 1 as sources, documents.published_at as first_report, documents.published_at as last_report,
    documents.run_id, now() as created_at, now() as updated_at
from events
inner join documents on events.document_id = documents.document_id
where events.scope = 'single';

insert into incident_reports by name
select
    events.event_id as incident_id, events.event_id, events.document_id, documents.site as source, false as is_copy,
    'alone' as reason, documents.run_id, now() as resolved_at
from events
inner join documents on events.document_id = documents.document_id
where events.scope = 'single';

insert into incident_figures by name
select
    figures.event_id as incident_id, figures.role, 'all' as counted, figures.low, figures.low as best,
    figures.low as high, false as contested, 1 as sources, 1 as best_sources,
    [{'low': figures.low, 'high': figures.high, 'sources': 1}] as told, figures.low as earliest_low,
    figures.low as latest_low, figures.event_id as earliest_event_id, figures.event_id as latest_event_id
from event_quantities as figures
inner join events on figures.event_id = events.event_id
where events.scope = 'single';
