-- So many of the waiting events as are resolved in one go, and the rest of the last document: what two documents have in
-- common is seen only where neither is cut. They come in order of time: events of the same days are compared in one go,
-- and few others are read for them.
create or replace temp table portion as
with documents_in_order as (
    select
        waiting.document_id,
        sum(count(*)) over (order by documents.published_at, waiting.document_id) - count(*) as before
    from waiting
    inner join documents on waiting.document_id = documents.document_id
    group by waiting.document_id, documents.published_at
)

select waiting.event_id
from waiting
inner join documents_in_order on waiting.document_id = documents_in_order.document_id
where documents_in_order.before < $most;

delete from waiting
where event_id in (select event_id from portion);
