-- One row an event that has a place: the one place it is put on a map or counted at. A place where it happened comes
-- before one it went from or to, an exact one before a vague one, a first-told one before a later one.
create or replace view main_places as
select
    event_id,
    name,
    geoname_id,
    admin1,
    admin2,
    country_code,
    latitude,
    longitude,
    geo_precision,
    inherited
from event_places
where is_main;

comment on view main_places is
'One row an event that has a place: the one place it is put on a map or counted at. A place where it happened comes before one it went from or to, an exact one before a vague one, a first-told one before a later one.';
comment on column main_places.event_id is 'The event.';
comment on column main_places.name is 'Canonical name.';
comment on column main_places.geoname_id is 'GeoNames id, where the gazetteer has the place.';
comment on column main_places.admin1 is 'Province or governorate.';
comment on column main_places.admin2 is 'District.';
comment on column main_places.country_code is 'ISO 3166 alpha-3.';
comment on column main_places.latitude is 'Degrees north.';
comment on column main_places.longitude is 'Degrees east.';
comment on column main_places.geo_precision is '1 the place itself, 2 its district or the nearest known place, 3 the province, 4 the country.';
comment on column main_places.inherited is 'True where the place comes from an earlier sentence.';
