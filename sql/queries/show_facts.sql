-- The facts of one event, in the order of the text.
select
    slot,
    value,
    low,
    high,
    wording,
    sentence_number,
    sentence,
    char_start,
    char_end
from document_facts
where event_id = $id
order by slot != 'event', sentence_number, char_start, slot;
