-- Hex ids of the pages that need not be read again, sorted. A page that was turned away for another one is known as
-- long as that other one stands. A page that killed its worker is tried again: the fault may have been the rules'.
with known as (
    select page_id from documents
    union
    select page_id from pages
    union
    select page_id from rejections
    where page_id is not null and duplicate_of is null and reason not in ('crashed', 'too slow')
    union
    select rejections.page_id from rejections
    semi join documents on rejections.duplicate_of = documents.page_id
)

select replace(cast(page_id as varchar), '-', '') as hex_id
from known
order by hex_id;
