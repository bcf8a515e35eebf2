-- warn: The place of an event lies in the country that it is said to be in, give or take a degree and a half.
select
    documents.source_uri,
    event_places.event_id,
    event_places.name,
    event_places.country_code,
    event_places.latitude,
    event_places.longitude
from event_places
inner join events on event_places.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
inner join countries on event_places.country_code = countries.country_code
where
    coalesce(documents.run_id = $run_id, true)
    and (
        event_places.latitude not between countries.south and countries.north
        or event_places.longitude not between countries.west and countries.east
    );
