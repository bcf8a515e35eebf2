-- fail: A part belongs to an event of the same document, and never to itself.
select
    documents.source_uri,
    events.event_id,
    events.part_of
from events
inner join documents on events.document_id = documents.document_id
left join events as whole on events.part_of = whole.event_id and events.document_id = whole.document_id
where
    coalesce(documents.run_id = $run_id, true)
    and events.part_of is not null
    and (whole.event_id is null or whole.event_id = events.event_id);
