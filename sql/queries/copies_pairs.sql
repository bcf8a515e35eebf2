-- The pairs that may be copies: the later document, the earlier one, and what that is a copy of, else the same again.
with placed as (
    select
        documents.document_id,
        documents.duplicate_of,
        row_number() over (
            order by documents.updated_at, documents.published_at nulls last, documents.source_uri
        ) as place
    from documents
    semi join copies_alike on documents.document_id = copies_alike.document_id
)

select
    cast(one.document_id as varchar) as document_id,
    cast(other.document_id as varchar) as other_id,
    cast(coalesce(other.duplicate_of, other.document_id) as varchar) as original_id
from copy_candidates
inner join placed as one on copy_candidates.document_id = one.document_id
inner join placed as other on copy_candidates.other_id = other.document_id
where one.place > other.place and one.duplicate_of is null
order by one.place, other.place;
