-- The rows of event_participants with the month of their document.
select
    event_participants.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from event_participants
inner join events on event_participants.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
order by event_participants.event_id;
