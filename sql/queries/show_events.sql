-- One event, or all events of one document in the order of the text.
with telling as (
    select
        event_id,
        min(sentence_number) as sentence_number
    from event_evidence
    where slot = 'event'
    group by event_id
)

select
    events.event_id,
    events.document_id,
    events.kind,
    events.status,
    events.scope,
    concat_ws(' to ', events.date_start, nullif(events.date_end, events.date_start)) as date,
    events.date_precision,
    events.date_wording,
    events.operation,
    events.part_of,
    events.summary,
    events.confidence,
    events.rule
from events
left join telling on events.event_id = telling.event_id
where $id in (events.event_id, events.document_id)
order by telling.sentence_number, events.event_id;
