-- fail: A page has one current document, and a document one row.
with loaded as (
    select
        document_id,
        locator
    from documents
    where coalesce(run_id = $run_id, true)
)

select
    'document_id' as what,
    cast(documents.document_id as varchar) as id,
    count(*) as copies
from documents
semi join loaded on documents.document_id = loaded.document_id
group by documents.document_id
having count(*) > 1
union all
select
    'locator' as what,
    documents.locator as id,
    count(*) as copies
from documents
semi join loaded on documents.locator = loaded.locator
group by documents.locator
having count(*) > 1;
