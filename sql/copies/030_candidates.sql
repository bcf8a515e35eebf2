-- The pairs of documents that share some bands, of which one had none before: those that share most, so many of a
-- document; and the documents in them.
create or replace temp table copy_candidates as
with fresh as (
    select
        document_bands.document_id,
        unnest(document_bands.bands) as band
    from document_bands
    inner join found_bands on document_bands.document_id = cast(found_bands.document_id as uuid)
),

others as (
    select
        document_bands.document_id,
        unnest(document_bands.bands) as band
    from document_bands
),

shared as (
    select
        fresh.document_id,
        others.document_id as other_id,
        count(*) as bands
    from fresh
    inner join others on fresh.band = others.band
    where fresh.document_id != others.document_id
    group by all
    having count(*) >= $least
)

select
    document_id,
    other_id
from shared
qualify row_number() over (partition by document_id order by bands desc, other_id) <= $each;

create or replace temp table copies_alike as
select document_id from copy_candidates
union
select other_id as document_id from copy_candidates;
