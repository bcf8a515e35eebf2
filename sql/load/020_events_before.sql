-- The events that the documents to be replaced tell so far, and the same as records.
create temp table events_replaced as
select events.*
from events
semi join incoming on events.document_id = incoming.old_document_id and incoming.fate = 'changed';

create temp table events_before as
select
    event_id,
    document_id,
    record
from records_of('events_replaced');
