-- warn: The place of an event lies in the country that it is said to be in, give or take a degree and a half.
with astray as materialized (
    select event_places.*
    from event_places
    inner join countries on event_places.country_code = countries.country_code
    where
        event_places.latitude not between countries.south and countries.north
        or event_places.longitude not between countries.west and countries.east
)

select
    documents.source_uri,
    astray.event_id,
    astray.name,
    astray.country_code,
    astray.latitude,
    astray.longitude
from astray
inner join events on astray.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where coalesce(documents.run_id = $run_id, true);
