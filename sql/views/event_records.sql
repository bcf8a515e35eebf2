-- One row an event: all of it with its slots as JSON lists, and all that it says as one JSON record. Times of loading,
-- the version of the rules and evidence are left out, so that two records are equal where they say the same.
create or replace view event_records as
select
    event_id,
    document_id,
    participants,
    places,
    quantities,
    record
from records_of('events');

comment on view event_records is
'One row an event: all of it with its slots as JSON lists, and all that it says as one JSON record. Times of loading, the version of the rules and evidence are left out, so that two records are equal where they say the same.';
comment on column event_records.event_id is 'The event.';
comment on column event_records.document_id is 'The document that tells it.';
comment on column event_records.participants is 'Its participants in the order of the text, as a JSON list.';
comment on column event_records.places is 'Its places in the order of the text, as a JSON list.';
comment on column event_records.quantities is 'Its figures in the order of the text, as a JSON list.';
comment on column event_records.record is 'The event with its participants, places and quantities, as JSON.';
