-- One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where
-- scope is single, and do not add parts (part_of) to their whole.
alter table events add column first_sentence integer;

update events set first_sentence = tellings.first_sentence
from (
    select
        event_id,
        min(sentence_number) as first_sentence
    from event_evidence
    where slot = 'event'
    group by event_id
) as tellings
where events.event_id = tellings.event_id;

comment on table events is
'One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where scope is single, and do not add parts (part_of) to their whole.';
comment on column events.first_sentence is 'Number of the first sentence that tells it, as event_evidence has it.';
