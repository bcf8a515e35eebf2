-- One row an item and what became of it (seized, destroyed, defused), the most told first. Planned, prevented, denied
-- and alleged events, period totals, parts and copies are left out. A happening told by several documents counts once
-- for each.
create or replace view seized_items as
select
    fate,
    item,
    count(distinct event_id) as events,
    count(distinct document_id) as documents,
    coalesce(sum(low), 0) as low,
    if(bool_or(high is null), null, sum(high)) as high,
    min(date_start) as first_date,
    max(date_end) as last_date
from seizures
group by fate, item
order by events desc, fate, item;

comment on view seized_items is
'One row an item and what became of it (seized, destroyed, defused), the most told first. Planned, prevented, denied and alleged events, period totals, parts and copies are left out. A happening told by several documents counts once for each.';
comment on column seized_items.fate is 'seized, destroyed or defused.';
comment on column seized_items.item is 'What is counted; null where unsaid.';
comment on column seized_items.events is 'Events that tell of it.';
comment on column seized_items.documents is 'Documents that tell them.';
comment on column seized_items.low is 'Least number of all events together.';
comment on column seized_items.high is 'Greatest number; null where open.';
comment on column seized_items.first_date is 'First day of the first event.';
comment on column seized_items.last_date is 'Last day of the last event.';
