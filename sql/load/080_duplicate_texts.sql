-- Of the documents with one text the first loaded is the original, and the others point to it.
update documents
set duplicate_of = nullif(original.document_id, documents.document_id)
from (
    select distinct on (documents.text_digest)
        documents.text_digest,
        documents.document_id
    from documents
    semi join touched_texts on documents.text_digest = touched_texts.text_digest
    order by documents.text_digest, documents.updated_at, documents.published_at nulls last, documents.source_uri
) as original
where documents.text_digest = original.text_digest
    and documents.duplicate_of is distinct from nullif(original.document_id, documents.document_id);
