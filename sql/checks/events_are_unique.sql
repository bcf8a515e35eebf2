-- fail: An event has one row.
select
    events.event_id,
    any_value(documents.source_uri) as source_uri,
    any_value(events.kind) as kind,
    count(*) as copies
from events
left join documents on events.document_id = documents.document_id
group by events.event_id
having count(*) > 1 and coalesce(bool_or(documents.run_id = $run_id), true);
