-- Of the documents with one text the first loaded is the original, and the others point to it; where it is a near copy
-- of another text, all of them point to that. Told before those of this load come in, which then do so with it: rows
-- that a transaction has inserted are dear to change.
create temp table texts_told as
select
    documents.text_digest,
    documents.document_id,
    documents.source_uri,
    documents.published_at,
    documents.updated_at,
    documents.duplicate_of
from documents
semi join touched_texts on documents.text_digest = touched_texts.text_digest
union all
select
    arrived.text_digest,
    arrived.document_id,
    arrived.source_uri,
    arrived.published_at,
    coalesce(documents_first_loaded.updated_at, now()) as updated_at,
    cast(null as uuid) as duplicate_of
from arrived
semi join incoming on arrived.outcome = incoming.outcome and incoming.fate in ('new', 'changed')
left join documents_first_loaded on arrived.locator = documents_first_loaded.locator;

create temp table shared_texts as
select texts_told.text_digest
from texts_told
group by texts_told.text_digest
having count(*) > 1 or count(texts_told.duplicate_of) > 0;

create temp table originals as
with held as (
    select
        document_id,
        text_digest
    from documents
    union all
    select
        document_id,
        text_digest
    from texts_told
)

select distinct on (texts_told.text_digest)
    texts_told.text_digest,
    texts_told.document_id,
    near.document_id as near_id
from texts_told
semi join shared_texts on texts_told.text_digest = shared_texts.text_digest
left join held as near
    on texts_told.duplicate_of = near.document_id and texts_told.text_digest != near.text_digest
order by texts_told.text_digest, texts_told.updated_at, texts_told.published_at nulls last, texts_told.source_uri;

update documents
set duplicate_of = coalesce(originals.near_id, nullif(originals.document_id, documents.document_id))
from originals
where
    documents.text_digest = originals.text_digest
    and documents.duplicate_of
    is distinct from coalesce(originals.near_id, nullif(originals.document_id, documents.document_id));
