-- One row a name of a place that no gazetteer has, with the area it was put in, the most told first: what to import, or
-- to add to the lexicon. Provinces, mountains and the like stand for themselves and are left out, and so are copies.
create or replace view unresolved_places as
select
    event_places.name,
    event_places.country_code,
    event_places.admin1,
    min(event_places.geo_precision) as geo_precision,
    arg_min(event_places.latitude, event_places.event_id) as latitude,
    arg_min(event_places.longitude, event_places.event_id) as longitude,
    count(distinct event_places.event_id) as events,
    count(distinct events.document_id) as documents,
    min(event_places.wording) as wording,
    min(event_places.event_id) as for_instance
from event_places
inner join events on event_places.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where
    documents.duplicate_of is null
    and event_places.geoname_id is null
    and (
        event_places.latitude is null
        or (
            event_places.geo_precision > 1
            and event_places.feature not in ('country', 'admin1', 'admin2', 'region', 'mountain', 'river')
        )
    )
group by event_places.name, event_places.country_code, event_places.admin1
order by events desc, event_places.name;

comment on view unresolved_places is
'One row a name of a place that no gazetteer has, with the area it was put in, the most told first: what to import, or to add to the lexicon. Provinces, mountains and the like stand for themselves and are left out, and so are copies.';
comment on column unresolved_places.name is 'The name as the text has it.';
comment on column unresolved_places.country_code is 'ISO 3166 alpha-3 of the area it was put in; null where unknown.';
comment on column unresolved_places.admin1 is 'Province it was put in.';
comment on column unresolved_places.geo_precision is '2 its district or the nearest known place, 3 the province, 4 the country; null where it has no coordinates.';
comment on column unresolved_places.latitude is 'Degrees north of what it was put at.';
comment on column unresolved_places.longitude is 'Degrees east of what it was put at.';
comment on column unresolved_places.events is 'Events there.';
comment on column unresolved_places.documents is 'Documents that tell them.';
comment on column unresolved_places.wording is 'A wording of it.';
comment on column unresolved_places.for_instance is 'An event there.';
