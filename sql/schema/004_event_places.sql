-- One row a place of an event in one role. An event at several places has several rows; main_places picks one.
create table event_places (
    event_id uuid not null,
    slot_number integer not null,
    role varchar not null check (role in ('at', 'from', 'to', 'near', 'toward')),
    name varchar not null,
    wording varchar not null,
    geoname_id bigint,
    admin1 varchar,
    admin2 varchar,
    country_code varchar,
    latitude double check (latitude between -90 and 90),
    longitude double check (longitude between -180 and 180),
    geo_precision integer check (geo_precision between 1 and 4),
    feature varchar,
    inherited boolean not null,
    sentence_number integer,
    field varchar check (field in ('text', 'title')),
    char_start integer,
    char_end integer
);

comment on table event_places is
'One row a place of an event in one role. An event at several places has several rows; main_places picks one.';
comment on column event_places.event_id is 'The event.';
comment on column event_places.slot_number is 'Place among the places of the event, from 0.';
comment on column event_places.role is 'at, from, to, near or toward.';
comment on column event_places.name is 'Canonical name.';
comment on column event_places.wording is 'As the text says it.';
comment on column event_places.geoname_id is 'GeoNames id, where the gazetteer has the place.';
comment on column event_places.admin1 is 'Province or governorate.';
comment on column event_places.admin2 is 'District.';
comment on column event_places.country_code is 'ISO 3166 alpha-3.';
comment on column event_places.latitude is 'Degrees north.';
comment on column event_places.longitude is 'Degrees east.';
comment on column event_places.geo_precision is '1 the place itself, 2 its district or the nearest known place, 3 the province, 4 the country.';
comment on column event_places.feature is 'country, admin1, admin2, city, village, region, mountain, river and so on.';
comment on column event_places.inherited is 'True where the place comes from an earlier sentence.';
comment on column event_places.sentence_number is 'Number of its sentence in the document, from 0.';
comment on column event_places.field is 'text or title: where the wording stands.';
comment on column event_places.char_start is 'Offset of the wording in documents.text, from 0; null in the title.';
comment on column event_places.char_end is 'Offset after the wording; null in the title.';
