-- warn: What has happened is not dated after its document was published, nor before 1900, and no document is of the future.
select
    documents.source_uri,
    events.event_id,
    events.date_wording as wording,
    events.date_start as told
from events
inner join documents on events.document_id = documents.document_id
where
    coalesce(documents.run_id = $run_id, true)
    and (
        events.date_start < date '1900-01-01'
        or (
            events.status = 'occurred' and events.date_precision = 'day'
            and events.date_start > cast(documents.published_at as date) + 1
        )
    )
union all
select
    documents.source_uri,
    cast(null as uuid) as event_id,
    'published' as wording,
    cast(documents.published_at as date) as told
from documents
where coalesce(documents.run_id = $run_id, true) and documents.published_at > documents.updated_at + interval 1 day;
