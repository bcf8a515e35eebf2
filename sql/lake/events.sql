-- The rows of events with the month of their document.
select
    events.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from events
inner join documents on events.document_id = documents.document_id
order by events.document_id;
