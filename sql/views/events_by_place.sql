-- One row a place. An event at several places counts at its main place only, so that sums over rows are right. Planned,
-- prevented, denied and alleged events, period totals, parts and copies are left out.
create or replace view events_by_place as
select
    country_code,
    admin1,
    place,
    geoname_id,
    arg_min(latitude, event_id) as latitude,
    arg_min(longitude, event_id) as longitude,
    min(geo_precision) as geo_precision,
    count(*) as events,
    coalesce(sum(killed_low), 0) as killed_low,
    min(date_start) as first_date,
    max(date_end) as last_date
from counted_events
where place is not null
group by country_code, admin1, place, geoname_id
order by events desc, place;

comment on view events_by_place is
'One row a place. An event at several places counts at its main place only, so that sums over rows are right. Planned, prevented, denied and alleged events, period totals, parts and copies are left out.';
comment on column events_by_place.country_code is 'ISO 3166 alpha-3.';
comment on column events_by_place.admin1 is 'Province or governorate.';
comment on column events_by_place.place is 'Canonical name.';
comment on column events_by_place.geoname_id is 'GeoNames id, where the gazetteer has the place.';
comment on column events_by_place.latitude is 'Degrees north.';
comment on column events_by_place.longitude is 'Degrees east.';
comment on column events_by_place.geo_precision is '1 the place itself, 2 its district or the nearest known place, 3 the province, 4 the country.';
comment on column events_by_place.events is 'Events that have happened or go on.';
comment on column events_by_place.killed_low is 'Least number of people killed in them.';
comment on column events_by_place.first_date is 'First day of the first event.';
comment on column events_by_place.last_date is 'Last day of the last event.';
