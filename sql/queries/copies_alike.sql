-- The texts of the documents that may be copies, or originals of one.
select
    cast(documents.document_id as varchar) as document_id,
    documents.text
from documents
semi join copies_alike on documents.document_id = copies_alike.document_id;
