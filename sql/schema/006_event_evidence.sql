-- One row a span that an event or one of its slots rests on. The wording is text[char_start:char_end] of the document,
-- counted from 0 and without the last; the title is not part of text, so there the span is null and the sentence is
-- the title.
create table event_evidence (
    event_id uuid not null,
    slot varchar not null,
    sentence varchar not null,
    wording varchar not null,
    sentence_number integer not null,
    field varchar not null check (field in ('text', 'title')),
    char_start integer,
    char_end integer
);

comment on table event_evidence is
'One row a span that an event or one of its slots rests on. The wording is text[char_start:char_end] of the document, counted from 0 and without the last; the title is not part of text, so there the span is null and the sentence is the title.';
comment on column event_evidence.event_id is 'The event.';
comment on column event_evidence.slot is 'event for a sentence that tells the event, else actor, place, quantity, date, status and so on.';
comment on column event_evidence.sentence is 'The whole sentence.';
comment on column event_evidence.wording is 'The words that the slot rests on.';
comment on column event_evidence.sentence_number is 'Number of the sentence in the document, from 0.';
comment on column event_evidence.field is 'text or title: where the sentence stands.';
comment on column event_evidence.char_start is 'Offset of the wording in documents.text, from 0; null in the title.';
comment on column event_evidence.char_end is 'Offset after the wording; null in the title.';
