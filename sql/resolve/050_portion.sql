-- So many of the waiting events as are resolved in one go, and the rest of the last document: what two documents have in
-- common is seen only where neither is cut.
create or replace temp table portion as
with documents_in_order as (
    select
        document_id,
        sum(count(*)) over (order by document_id) - count(*) as before
    from waiting
    group by document_id
)

select waiting.event_id
from waiting
inner join documents_in_order on waiting.document_id = documents_in_order.document_id
where documents_in_order.before < $most;

delete from waiting
where event_id in (select event_id from portion);
