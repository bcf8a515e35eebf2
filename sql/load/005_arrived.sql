-- The documents handed in, without their text. What a replay read of documents that another run has replaced meanwhile
-- is left out.
create temp table arrived as
select
    outcome,
    document_id,
    source_uri,
    locator,
    title,
    text_digest,
    page_id,
    content_digest,
    published_at,
    fetched_at,
    cleaned_by,
    ruleset_version,
    facts_digest
from staged_documents
where $flow != 'replay' or page_id in (select documents.page_id from documents);
