-- The documents that have no bands and repeat no other one word for word, in the order in which they count as original.
select
    cast(documents.document_id as varchar) as document_id,
    documents.text
from documents
anti join document_bands on documents.document_id = document_bands.document_id
where documents.duplicate_of is null
order by documents.updated_at, documents.published_at nulls last, documents.source_uri;
