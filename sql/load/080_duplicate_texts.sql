-- Of the documents with one text the first loaded is the original, and the others point to it.
create temp table originals as
select distinct on (documents.text_digest)
    documents.text_digest,
    documents.document_id
from documents
semi join touched_texts on documents.text_digest = touched_texts.text_digest
order by documents.text_digest, documents.updated_at, documents.published_at nulls last, documents.source_uri;

update documents
set duplicate_of = nullif(originals.document_id, documents.document_id)
from originals
where documents.text_digest = originals.text_digest;
