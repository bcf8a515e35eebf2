-- One document.
select
    documents.title,
    documents.site,
    documents.published_at,
    documents.published_precision,
    documents.source_uri,
    documents.url,
    documents.document_id,
    original.source_uri as copy_of,
    documents.text
from documents
left join documents as original on documents.duplicate_of = original.document_id
where documents.document_id = $id;
