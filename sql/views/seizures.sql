-- One row a figure of what was seized, destroyed or defused, with the item: weapons, explosives, drugs, vehicles,
-- hideouts, tunnels, camps. Sum low within one item only: a cache and the rifles in it are two rows. Planned,
-- prevented, denied and alleged events, period totals, parts and copies are left out. A happening told by several
-- documents counts once for each.
create or replace view seizures as
select
    quantity.event_id,
    events.document_id,
    events.kind,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.country_code,
    events.admin1,
    events.place,
    events.operation,
    quantity.role as fate,
    lower(quantity.counted) as item,
    quantity.low,
    quantity.high,
    quantity.wording,
    events.actors as taken_by,
    events.targets as taken_from,
    documents.site,
    documents.source_uri
from event_quantities as quantity
inner join events on quantity.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where quantity.is_counted and quantity.role in ('seized', 'destroyed', 'defused') and documents.duplicate_of is null;

comment on view seizures is
'One row a figure of what was seized, destroyed or defused, with the item: weapons, explosives, drugs, vehicles, hideouts, tunnels, camps. Sum low within one item only: a cache and the rifles in it are two rows. Planned, prevented, denied and alleged events, period totals, parts and copies are left out. A happening told by several documents counts once for each.';
comment on column seizures.event_id is 'The event.';
comment on column seizures.document_id is 'The document that tells it.';
comment on column seizures.kind is 'What happened, by the codebook.';
comment on column seizures.date_start is 'First day.';
comment on column seizures.date_end is 'Last day.';
comment on column seizures.date_precision is 'day, week, month, year or unknown.';
comment on column seizures.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column seizures.admin1 is 'Province or governorate of the main place.';
comment on column seizures.place is 'Main place.';
comment on column seizures.operation is 'Name of the operation it belongs to.';
comment on column seizures.fate is 'seized, destroyed or defused.';
comment on column seizures.item is 'What is counted, in small letters; null where unsaid.';
comment on column seizures.low is 'Least number.';
comment on column seizures.high is 'Greatest number; null where open.';
comment on column seizures.wording is 'As the text says it.';
comment on column seizures.taken_by is 'Actors of the event.';
comment on column seizures.taken_from is 'Targets of the event.';
comment on column seizures.site is 'The outlet.';
comment on column seizures.source_uri is 'File or URL as handed in.';
