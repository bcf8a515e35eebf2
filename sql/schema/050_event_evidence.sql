-- One row a span that an event or one of its slots rests on. The wording is text[char_start:char_end] of the document,
-- counted from 0 and without the last; the title is not part of text, so there the span is null and the sentence is
-- the title.
alter table event_evidence add column is_first boolean;

update event_evidence set is_first = event_evidence.rowid = firsts.row_number
from (
    select
        event_id,
        sentence_number,
        min(rowid) as row_number
    from event_evidence
    group by event_id, sentence_number
) as firsts
where event_evidence.event_id = firsts.event_id and event_evidence.sentence_number = firsts.sentence_number;

comment on table event_evidence is
'One row a span that an event or one of its slots rests on. The wording is text[char_start:char_end] of the document, counted from 0 and without the last; the title is not part of text, so there the span is null and the sentence is the title.';
comment on column event_evidence.is_first is 'True for one span of each sentence of an event: ask for these to see each sentence once.';
