-- One row a fact of a document with the sentence it rests on: each event, and each participant, place, figure, date and
-- so on of it. A slot without a span of its own stands with the sentence that tells its event.
create or replace view document_facts as
with slots as (
    select
        event_id,
        role as slot,
        name as value,
        cast(null as double) as low,
        cast(null as double) as high,
        wording,
        sentence_number,
        char_start,
        char_end
    from event_participants
    union all
    select
        event_id,
        if(role = 'at', 'place', 'place ' || role) as slot,
        name as value,
        null as low,
        null as high,
        wording,
        sentence_number,
        char_start,
        char_end
    from event_places
    union all
    select
        event_id,
        role as slot,
        counted as value,
        low,
        high,
        wording,
        sentence_number,
        char_start,
        char_end
    from event_quantities
    union all
    select
        evidence.event_id,
        evidence.slot,
        case evidence.slot
            when 'event' then events.summary
            when 'date' then concat_ws(' to ', events.date_start, nullif(events.date_end, events.date_start))
            when 'status' then events.status
            when 'scope' then events.scope
            when 'operation' then events.operation
        end as value,
        null as low,
        null as high,
        evidence.wording,
        evidence.sentence_number,
        evidence.char_start,
        evidence.char_end
    from event_evidence as evidence
    inner join events on evidence.event_id = events.event_id
    where evidence.slot not in ('actor', 'target', 'supporter', 'claimant', 'source', 'place', 'quantity')
)

select
    events.document_id,
    documents.source_uri,
    slots.event_id,
    events.kind,
    events.status,
    slots.slot,
    slots.value,
    slots.low,
    slots.high,
    slots.wording,
    sentences.sentence,
    sentences.sentence_number,
    sentences.field,
    slots.char_start,
    slots.char_end
from slots
inner join events on slots.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
inner join event_evidence as sentences
    on
        slots.event_id = sentences.event_id
        and coalesce(slots.sentence_number, events.first_sentence) = sentences.sentence_number
        and sentences.is_first;

comment on view document_facts is
'One row a fact of a document with the sentence it rests on: each event, and each participant, place, figure, date and so on of it. A slot without a span of its own stands with the sentence that tells its event.';
comment on column document_facts.document_id is 'The document.';
comment on column document_facts.source_uri is 'File or URL as handed in.';
comment on column document_facts.event_id is 'The event.';
comment on column document_facts.kind is 'What happened, by the codebook.';
comment on column document_facts.status is 'occurred, ongoing, planned, prevented, denied or alleged.';
comment on column document_facts.slot is 'event, a role of a participant, place, a role of a quantity, date, status, operation and so on.';
comment on column document_facts.value is 'The reading: a summary, a canonical name, what is counted, a date.';
comment on column document_facts.low is 'Of a figure: its low end.';
comment on column document_facts.high is 'Of a figure: its high end.';
comment on column document_facts.wording is 'The words of the text.';
comment on column document_facts.sentence is 'The whole sentence.';
comment on column document_facts.sentence_number is 'Number of the sentence in the document, from 0.';
comment on column document_facts.field is 'text or title: where the sentence stands.';
comment on column document_facts.char_start is 'Offset of the wording in documents.text, from 0; null in the title.';
comment on column document_facts.char_end is 'Offset after the wording; null in the title.';
