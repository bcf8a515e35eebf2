-- fail: Every event points to at least one sentence that tells it.
select
    documents.source_uri,
    events.event_id,
    events.kind,
    events.rule
from events
inner join documents on events.document_id = documents.document_id
left join event_evidence as evidence on events.event_id = evidence.event_id and evidence.slot = 'event'
where coalesce(documents.run_id = $run_id, true) and evidence.event_id is null;
