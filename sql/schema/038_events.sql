-- One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where
-- scope is single, and do not add parts (part_of) to their whole.
alter table events add column actor_countries varchar[];
alter table events add column target_countries varchar[];
alter table events add column supporters varchar[];
alter table events add column killed_low double;
alter table events add column place varchar;
alter table events add column geoname_id bigint;
alter table events add column admin1 varchar;
alter table events add column admin2 varchar;
alter table events add column country_code varchar;
alter table events add column latitude double;
alter table events add column longitude double;
alter table events add column geo_precision bigint;

update events set
    actor_countries = coalesce(sides.actor_countries, []),
    target_countries = coalesce(sides.target_countries, []),
    supporters = coalesce(sides.supporters, [])
from (
    select
        events.event_id,
        list(who.country_code order by who.slot_number) filter (where who.role = 'actor') as actor_countries,
        list(who.country_code order by who.slot_number) filter (where who.role = 'target') as target_countries,
        list(who.name order by who.slot_number) filter (where who.role = 'supporter') as supporters
    from events
    left join event_participants as who on events.event_id = who.event_id
    group by events.event_id
) as sides
where events.event_id = sides.event_id;

update events set killed_low = tolls.killed_low
from (
    select
        event_id,
        sum(low) as killed_low
    from event_quantities
    where role = 'killed' and is_counted
    group by event_id
) as tolls
where events.event_id = tolls.event_id;

update events set
    place = mains.name,
    geoname_id = mains.geoname_id,
    admin1 = mains.admin1,
    admin2 = mains.admin2,
    country_code = mains.country_code,
    latitude = mains.latitude,
    longitude = mains.longitude,
    geo_precision = mains.geo_precision
from event_places as mains
where events.event_id = mains.event_id and mains.is_main;

comment on table events is
'One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where scope is single, and do not add parts (part_of) to their whole.';
comment on column events.actor_countries is 'Countries of the actors, ISO 3166 alpha-3, in the same order; null where none is told.';
comment on column events.target_countries is 'Countries of the targets, in the same order; null where none is told.';
comment on column events.supporters is 'Who took part beside the actors: canonical names.';
comment on column events.killed_low is 'Least number killed by its figures that may be summed; null where none tells one.';
comment on column events.place is 'Its main place, as main_places has it; null where it has none.';
comment on column events.geoname_id is 'GeoNames id of the main place, where the gazetteer has it.';
comment on column events.admin1 is 'Province or governorate of the main place.';
comment on column events.admin2 is 'District of the main place.';
comment on column events.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column events.latitude is 'Degrees north.';
comment on column events.longitude is 'Degrees east.';
comment on column events.geo_precision is '1 the place itself, 2 its district or the nearest known place, 3 the province, 4 the country.';
