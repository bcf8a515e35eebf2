-- What a warehouse holds beside what was loaded: the events of three documents at a time tell the same happenings and
-- disagree on their figures; a page in twenty has changed since it was first read, and one in a hundred is withdrawn.
set memory_limit = '4GB';
set preserve_insertion_order = false;

create temp table tellings as
select
    events.*,
    documents.site,
    documents.published_at,
    documents.run_id,
    cast(md5(concat(
        cast(string_split(documents.source_uri, '/')[-1] as integer) // 3, ' ',
        row_number() over (partition by events.document_id order by events.event_id)
    )) as uuid) as incident_id
from events
inner join documents on events.document_id = documents.document_id
where events.scope = 'single' and documents.duplicate_of is null;

insert into incident_reports by name
select
    incident_id, event_id, document_id, site as source, false as is_copy, 'alone' as reason, run_id,
    now() as resolved_at
from tellings;

insert into incident_figures by name
select
    tellings.incident_id, figures.role, 'all' as counted, min(figures.low) as low, mode(figures.low) as best,
    max(figures.low) as high, min(figures.low) < max(figures.low) as contested, count(*) as sources, 1 as best_sources,
    list({'low': figures.low, 'high': figures.high, 'sources': 1}) as told,
    arg_min(figures.low, published_at) as earliest_low, arg_max(figures.low, published_at) as latest_low,
    min(published_at) as earliest_at, max(published_at) as latest_at,
    arg_min(figures.event_id, published_at) as earliest_event_id,
    arg_max(figures.event_id, published_at) as latest_event_id
from event_quantities as figures
inner join tellings on figures.event_id = tellings.event_id
group by all;

insert into incidents by name
select
    incident_id, arg_min(kind, event_id) as kind, arg_min(status, event_id) as status,
    arg_min(date_start, event_id) as date_start, arg_min(date_end, event_id) as date_end,
    arg_min(date_precision, event_id) as date_precision, arg_min(place, event_id) as place,
    arg_min(geoname_id, event_id) as geoname_id, arg_min(admin1, event_id) as admin1,
    arg_min(country_code, event_id) as country_code, arg_min(latitude, event_id) as latitude,
    arg_min(longitude, event_id) as longitude, arg_min(geo_precision, event_id) as geo_precision,
    arg_min(operation, event_id) as operation, arg_min(actors, event_id) as actors,
    arg_min(targets, event_id) as targets, min(confidence) as confidence, arg_min(summary, event_id) as summary,
    min(killed_low) as killed_low, mode(killed_low) as killed_best, max(killed_low) as killed_high,
    coalesce(min(killed_low) < max(killed_low), false) as contested, count(*) as reports,
    count(distinct site) as sources, min(published_at) as first_report, max(published_at) as last_report,
    any_value(run_id) as run_id, now() as created_at, now() as updated_at
from tellings
group by incident_id;

drop table tellings;

create temp table changed as
from events where hash(document_id) % 20 = 0;

insert into event_changes by name
select
    event_id, 'changed' as change, 'new page version' as cause, document_id, record as before, record as after,
    uuid() as run_id, now() + interval 1 day as "at"
from records_of('changed');

insert into document_versions by name
select
    document_id, locator, source_uri, url, title, text || e'\n\nMore is not known.' as text, text_digest, page_id,
    fetched_at, uuid() as run_id, now() + interval 1 day as "at"
from documents
where hash(document_id) % 20 = 0;

drop table changed;

insert into fetches by name
select
    uuid() as fetch_id, url, url as page_url, site as outlet, outcome, if(outcome = 'gone', 404, 200) as status,
    'fetches.warc.gz' as file, 'unknown' as licence, now() + to_days(day) as "at", false as is_list
from documents, (values ('fetched', 0), ('gone', 1)) as tries (outcome, day)
where outcome = 'fetched' or hash(document_id) % 100 = 0;
