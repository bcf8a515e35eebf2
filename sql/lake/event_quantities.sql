-- The rows of event_quantities with the month of their document.
select
    event_quantities.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from event_quantities
inner join events on event_quantities.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
order by event_quantities.event_id;
