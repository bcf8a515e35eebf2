-- The texts of the documents that may be copies, or originals of one.
with alike as (
    select document_id from copy_candidates
    union
    select other_id as document_id from copy_candidates
)

select
    cast(documents.document_id as varchar) as document_id,
    documents.text
from documents
semi join alike on documents.document_id = alike.document_id;
