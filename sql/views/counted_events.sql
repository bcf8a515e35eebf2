-- One row an event that may be counted: it has happened or goes on, is no period total, its document repeats no other
-- one, and it is no part of a counted event of the same kind. The same happening told by two documents still counts
-- twice.
create or replace view counted_events as
select
    events.event_id,
    events.document_id,
    events.kind,
    events.status,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.operation,
    events.confidence,
    events.killed_low,
    events.place,
    events.geoname_id,
    events.admin1,
    events.country_code,
    events.latitude,
    events.longitude,
    events.geo_precision
from events
inner join documents on events.document_id = documents.document_id
where events.is_counted and documents.duplicate_of is null;

comment on view counted_events is
'One row an event that may be counted: it has happened or goes on, is no period total, its document repeats no other one, and it is no part of a counted event of the same kind. The same happening told by two documents still counts twice.';
comment on column counted_events.event_id is 'The event.';
comment on column counted_events.document_id is 'The document that tells it.';
comment on column counted_events.kind is 'What happened, by the codebook.';
comment on column counted_events.status is 'occurred or ongoing.';
comment on column counted_events.date_start is 'First day.';
comment on column counted_events.date_end is 'Last day.';
comment on column counted_events.date_precision is 'day, week, month, year or unknown.';
comment on column counted_events.operation is 'Name of the operation it belongs to.';
comment on column counted_events.confidence is 'See events.confidence.';
comment on column counted_events.killed_low is 'Least number killed by its figures that may be summed; null where none tells one.';
comment on column counted_events.place is 'Its main place, as main_places has it; null where it has none.';
comment on column counted_events.geoname_id is 'GeoNames id of the main place, where the gazetteer has it.';
comment on column counted_events.admin1 is 'Province or governorate of the main place.';
comment on column counted_events.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column counted_events.latitude is 'Degrees north.';
comment on column counted_events.longitude is 'Degrees east.';
comment on column counted_events.geo_precision is '1 the place itself, 2 its district or the nearest known place, 3 the province, 4 the country.';
