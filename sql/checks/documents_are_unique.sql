-- fail: A page has one current document, and a document one row.
select
    'document_id' as what,
    cast(document_id as varchar) as id,
    count(*) as copies
from documents
group by document_id
having count(*) > 1 and coalesce(bool_or(run_id = $run_id), true)
union all
select
    'locator' as what,
    locator as id,
    count(*) as copies
from documents
group by locator
having count(*) > 1 and coalesce(bool_or(run_id = $run_id), true);
