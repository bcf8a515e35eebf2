-- One row a document whose page its publisher has withdrawn: it answered 404 or 410 and has not come back since. The
-- facts of the document stay.
create or replace view gone_documents as
with lost as (
    select
        url,
        status,
        "at"
    from fetches
    where outcome = 'gone'
),

seen as (
    select
        fetches.url,
        arg_max(fetches.page_url, fetches."at") as page_url,
        max(fetches."at") as last_seen_at
    from fetches
    semi join lost on fetches.url = lost.url
    where fetches.outcome in ('fetched', 'unchanged')
    group by fetches.url
),

gone as (
    select
        seen.page_url,
        max(seen.last_seen_at) as last_seen_at,
        min(lost."at") as gone_at,
        arg_max(lost.status, lost."at") as status
    from seen
    inner join lost on seen.url = lost.url and seen.last_seen_at < lost."at"
    group by seen.page_url
)

select
    documents.document_id,
    documents.url,
    documents.site,
    documents.title,
    gone.last_seen_at,
    gone.gone_at,
    gone.status
from documents
inner join gone on documents.url = gone.page_url
order by gone.gone_at desc, documents.document_id;

comment on view gone_documents is
'One row a document whose page its publisher has withdrawn: it answered 404 or 410 and has not come back since. The facts of the document stay.';
comment on column gone_documents.document_id is 'The document.';
comment on column gone_documents.url is 'Address that its page had.';
comment on column gone_documents.site is 'The outlet.';
comment on column gone_documents.title is 'Title of the document.';
comment on column gone_documents.last_seen_at is 'When the page was last there.';
comment on column gone_documents.gone_at is 'When it was first found gone.';
comment on column gone_documents.status is 'HTTP status: 404 or 410.';
