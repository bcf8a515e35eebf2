-- fail: An event has one row.
with loaded as (
    select events.event_id
    from events
    inner join documents on events.document_id = documents.document_id
    where coalesce(documents.run_id = $run_id, true)
)

select
    events.event_id,
    any_value(events.kind) as kind,
    count(*) as copies
from events
semi join loaded on events.event_id = loaded.event_id
group by events.event_id
having count(*) > 1;
