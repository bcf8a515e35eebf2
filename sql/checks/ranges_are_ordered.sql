-- warn: The low end of a figure is not above its high end, and an event does not end before it begins.
select
    documents.source_uri,
    events.event_id,
    quantity.wording
from event_quantities as quantity
inner join events on quantity.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where coalesce(documents.run_id = $run_id, true) and quantity.low > quantity.high
union all
select
    documents.source_uri,
    events.event_id,
    events.date_wording as wording
from events
inner join documents on events.document_id = documents.document_id
where coalesce(documents.run_id = $run_id, true) and events.date_start > events.date_end;
