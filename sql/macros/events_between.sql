-- One row a counted event that was going on between two days, both included, the earliest first; of one kind and one
-- country (ISO 3166 alpha-3 of the main place), where given. An event dated to a month is in where the month touches
-- the span; undated ones are not.
create or replace macro events_between(first_day, last_day, of_kind := cast(null as varchar), country := cast(null as varchar)) as table -- noqa: disable=AL03,RF02,RF03
    select
        counted_events.date_start,
        counted_events.date_end,
        counted_events.date_precision,
        counted_events.kind,
        counted_events.place,
        counted_events.admin1,
        counted_events.country_code,
        events.actors,
        events.targets,
        events.figures,
        events.summary,
        counted_events.event_id,
        counted_events.document_id
    from counted_events
    inner join events on counted_events.event_id = events.event_id
    where
        counted_events.date_start <= cast(last_day as date)
        and counted_events.date_end >= cast(first_day as date)
        and (of_kind is null or counted_events.kind = of_kind)
        and (country is null or counted_events.country_code = country)
    order by counted_events.date_start, counted_events.event_id;
