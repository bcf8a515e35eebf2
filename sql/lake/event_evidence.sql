-- The rows of event_evidence with the month of their document.
select
    event_evidence.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from event_evidence
inner join events on event_evidence.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
order by event_evidence.event_id;
