-- What the documents to be replaced said, where their new version says it otherwise.
insert into document_versions by name
select
    documents.document_id,
    documents.locator,
    documents.source_uri,
    documents.url,
    documents.title,
    documents.text,
    documents.text_digest,
    documents.page_id,
    documents.fetched_at,
    $run_id as run_id,
    now() as "at"
from documents
inner join incoming on documents.document_id = incoming.old_document_id and incoming.fate = 'changed'
inner join arrived as staged on incoming.outcome = staged.outcome
where documents.text_digest != staged.text_digest or documents.title is distinct from staged.title;
