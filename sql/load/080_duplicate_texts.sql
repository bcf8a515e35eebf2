-- Of the documents with one text the first loaded is the original, and the others point to it; where it is a near copy
-- of another text, all of them point to that.
create temp table shared_texts as
select documents.text_digest
from documents
semi join touched_texts on documents.text_digest = touched_texts.text_digest
group by documents.text_digest
having count(*) > 1 or count(documents.duplicate_of) > 0;

create temp table originals as
select distinct on (documents.text_digest)
    documents.text_digest,
    documents.document_id,
    near.document_id as near_id
from documents
semi join shared_texts on documents.text_digest = shared_texts.text_digest
left join documents as near
    on documents.duplicate_of = near.document_id and documents.text_digest != near.text_digest
order by documents.text_digest, documents.updated_at, documents.published_at nulls last, documents.source_uri;

update documents
set duplicate_of = coalesce(originals.near_id, nullif(originals.document_id, documents.document_id))
from originals
where
    documents.text_digest = originals.text_digest
    and documents.duplicate_of
    is distinct from coalesce(originals.near_id, nullif(originals.document_id, documents.document_id));
