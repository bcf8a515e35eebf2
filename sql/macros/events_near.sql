-- One row a counted event whose main place is at most so many kilometres from a point, the nearest first; within days
-- from since to until, where given. Distances are along the great circle. Look at geo_precision: an event placed in a
-- province stands at the province's point.
create or replace macro events_near(lat, lon, km, since := cast(null as date), until := cast(null as date)) as table -- noqa: disable=AL03,RF02,RF03
    with boxed as (
        select
            main_places.*,
            2 * 6371 * asin(
                sqrt(
                    power(sin(radians(main_places.latitude - lat) / 2), 2)
                    + cos(radians(lat)) * cos(radians(main_places.latitude)) * power(sin(radians(main_places.longitude - lon) / 2), 2)
                )
            ) as distance
        from main_places
        where main_places.latitude between lat - km / 110.5 and lat + km / 110.5
    )

    select
        round(boxed.distance, 1) as km_away,
        counted_events.date_start,
        counted_events.kind,
        boxed.name as place,
        boxed.admin1,
        boxed.country_code,
        boxed.geo_precision,
        boxed.latitude,
        boxed.longitude,
        events.actors,
        events.targets,
        events.figures,
        events.summary,
        counted_events.event_id,
        counted_events.document_id
    from boxed
    inner join counted_events on boxed.event_id = counted_events.event_id
    inner join events on boxed.event_id = events.event_id
    where
        boxed.distance <= km
        and (since is null or counted_events.date_end >= since)
        and (until is null or counted_events.date_start <= until)
    order by km_away, counted_events.date_start, counted_events.event_id;
