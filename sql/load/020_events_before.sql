-- The events that the documents to be replaced tell so far, as records.
create temp table events_before as
select
    event_records.event_id,
    event_records.record
from event_records
semi join incoming on event_records.document_id = incoming.old_document_id and incoming.fate = 'changed';
