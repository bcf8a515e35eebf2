-- Hex ids of the pages that need not be read again, sorted. A page that was turned away for another one is known as
-- long as that other one stands.
select distinct replace(cast(page_id as varchar), '-', '') as hex_id
from (
    select page_id from documents
    union all
    select page_id from pages
    union all
    select page_id from rejections
    where
        page_id is not null
        and (duplicate_of is null or duplicate_of in (select page_id from documents))
)
order by hex_id;
