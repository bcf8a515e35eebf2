-- One row an event of people deported or displaced, with where from and where to. Planned, prevented, denied and
-- alleged events, period totals, parts and copies are left out. A happening told by several documents counts once for
-- each.
create or replace view population_movements as
with moved as (
    select
        event_id,
        sum(low) as people_low,
        if(bool_or(high is null), null, sum(high)) as people_high,
        any_value(counted) as counted
    from event_quantities
    where is_counted and role in ('deported', 'displaced')
    group by event_id
),

routes as (
    select
        event_places.event_id,
        list(event_places.name order by event_places.name) filter (where event_places.role = 'from') as from_places,
        list(event_places.name order by event_places.name) filter (where event_places.role in ('to', 'toward')) as to_places
    from event_places
    inner join events on event_places.event_id = events.event_id
    where events.kind in ('deportation', 'displacement') and event_places.role in ('from', 'to', 'toward')
    group by event_places.event_id
)

select
    events.event_id,
    events.document_id,
    events.kind,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.country_code,
    events.admin1,
    events.place,
    routes.from_places,
    routes.to_places,
    moved.people_low,
    moved.people_high,
    moved.counted,
    events.actors as moved_by,
    events.targets as moved,
    events.summary,
    documents.site,
    documents.source_uri
from events
inner join documents on events.document_id = documents.document_id
left join moved on events.event_id = moved.event_id
left join routes on events.event_id = routes.event_id
where
    events.is_counted and documents.duplicate_of is null
    and (events.kind in ('deportation', 'displacement') or moved.event_id is not null);

comment on view population_movements is
'One row an event of people deported or displaced, with where from and where to. Planned, prevented, denied and alleged events, period totals, parts and copies are left out. A happening told by several documents counts once for each.';
comment on column population_movements.event_id is 'The event.';
comment on column population_movements.document_id is 'The document that tells it.';
comment on column population_movements.kind is 'What happened: deportation, displacement, or another event that drove people out.';
comment on column population_movements.date_start is 'First day.';
comment on column population_movements.date_end is 'Last day.';
comment on column population_movements.date_precision is 'day, week, month, year or unknown.';
comment on column population_movements.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column population_movements.admin1 is 'Province or governorate of the main place.';
comment on column population_movements.place is 'Main place.';
comment on column population_movements.from_places is 'Where from; null where unsaid.';
comment on column population_movements.to_places is 'Where to; null where unsaid.';
comment on column population_movements.people_low is 'Least number of people; null where the text has no figure.';
comment on column population_movements.people_high is 'Greatest number; null where open.';
comment on column population_movements.counted is 'Who is counted.';
comment on column population_movements.moved_by is 'Actors of the event.';
comment on column population_movements.moved is 'Targets of the event.';
comment on column population_movements.summary is 'One line composed from the slots.';
comment on column population_movements.site is 'The outlet.';
comment on column population_movements.source_uri is 'File or URL as handed in.';
