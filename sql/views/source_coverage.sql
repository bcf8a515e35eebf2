-- One row an outlet: what it has brought. Outlets without a name go by the host of their address.
create or replace view source_coverage as
with told as (
    select
        document_id,
        count(*) as events
    from events
    group by document_id
)

select
    outlet_name(documents.site, documents.url) as site,
    count(*) as documents,
    count(documents.duplicate_of) as copies,
    count(*) filter (where told.events is null) as documents_without_events,
    coalesce(sum(told.events) filter (where documents.duplicate_of is null), 0) as events,
    sum(documents.word_count) as words,
    min(documents.published_at) as first_published,
    max(documents.published_at) as last_published,
    count(*) filter (where documents.published_at is null) as undated
from documents
left join told on documents.document_id = told.document_id
group by outlet(documents.url, documents.canonical_url, documents.site)
order by documents desc, site;

comment on view source_coverage is
'One row an outlet: what it has brought. Outlets without a name go by the host of their address.';
comment on column source_coverage.site is 'Name or host of the outlet.';
comment on column source_coverage.documents is 'Documents of it.';
comment on column source_coverage.copies is 'Those that repeat the text of another document.';
comment on column source_coverage.documents_without_events is 'Documents that tell no event.';
comment on column source_coverage.events is 'Events told, whatever their status and scope; those of copies are left out.';
comment on column source_coverage.words is 'Words of its documents.';
comment on column source_coverage.first_published is 'First date of publication.';
comment on column source_coverage.last_published is 'Last date of publication.';
comment on column source_coverage.undated is 'Documents without a date of publication.';
