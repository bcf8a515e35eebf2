-- The outlets of some documents, or of all where none are named, with the licences under which their pages were fetched:
-- none of what was handed in as files. `documents`, `events` and `incidents` are ids.
with used as (
    select unnest($documents) as document_id
    union
    select events.document_id from events
    where events.event_id in (select unnest($events))
    union
    select incident_reports.document_id from incident_reports
    where incident_reports.incident_id in (select unnest($incidents))
),

licences as (
    select
        page_url,
        any_value(licence) as licence,
        any_value(outlet) as outlet
    from fetches
    where page_url is not null
    group by page_url
)

select
    site_name(documents.site, documents.url) as source,
    any_value(licences.outlet) as outlet,
    list_sort(list(distinct licences.licence) filter (where licences.licence is not null)) as licences,
    count(*) as documents,
    list_sort(list(distinct documents.ruleset_version)) as ruleset_versions
from documents
left join licences on documents.url = licences.page_url
where $every or documents.document_id in (select used.document_id from used)
group by source
order by documents desc, source;
