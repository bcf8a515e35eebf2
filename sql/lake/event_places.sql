-- The rows of event_places with the month of their document.
select
    event_places.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from event_places
inner join events on event_places.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
order by event_places.event_id;
