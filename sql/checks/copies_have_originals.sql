-- fail: A document that repeats another one points to one that stands and repeats none itself.
select
    documents.source_uri,
    documents.document_id,
    documents.duplicate_of
from documents
left join documents as original on documents.duplicate_of = original.document_id
where
    documents.duplicate_of is not null
    and (
        original.document_id is null
        or original.duplicate_of is not null
    );
