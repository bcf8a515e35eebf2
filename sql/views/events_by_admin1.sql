-- One row a province or governorate. An event at several places counts at its main place only, so that sums over rows
-- are right; events that are placed in a country alone have a null admin1. The centroid is the mean of the places told,
-- not of the province's area. Planned, prevented, denied and alleged events, period totals, parts and copies are left
-- out. A happening told by several documents counts once for each.
create or replace view events_by_admin1 as
with toll as (
    select
        event_id,
        sum(low) filter (where role = 'injured') as injured_low,
        sum(low) filter (where role = 'arrested') as arrested_low
    from event_quantities
    where is_counted and role in ('injured', 'arrested')
    group by event_id
)

select
    counted_events.country_code,
    counted_events.admin1,
    round(favg(counted_events.latitude), 4) as latitude,
    round(favg(counted_events.longitude), 4) as longitude,
    count(*) as events,
    count(distinct counted_events.place) as places,
    coalesce(sum(counted_events.killed_low), 0) as killed_low,
    coalesce(sum(toll.injured_low), 0) as injured_low,
    coalesce(sum(toll.arrested_low), 0) as arrested_low,
    min(counted_events.date_start) as first_date,
    max(counted_events.date_end) as last_date
from counted_events
left join toll on counted_events.event_id = toll.event_id
where counted_events.place is not null
group by counted_events.country_code, counted_events.admin1
order by events desc, counted_events.country_code, counted_events.admin1;

comment on view events_by_admin1 is
'One row a province or governorate. An event at several places counts at its main place only, so that sums over rows are right; events that are placed in a country alone have a null admin1. The centroid is the mean of the places told, not of the province''s area. Planned, prevented, denied and alleged events, period totals, parts and copies are left out. A happening told by several documents counts once for each.';
comment on column events_by_admin1.country_code is 'ISO 3166 alpha-3.';
comment on column events_by_admin1.admin1 is 'Province or governorate; null where only the country is known.';
comment on column events_by_admin1.latitude is 'Mean of the places of the events, degrees north.';
comment on column events_by_admin1.longitude is 'Mean of the places of the events, degrees east.';
comment on column events_by_admin1.events is 'Events there.';
comment on column events_by_admin1.places is 'Different places of them.';
comment on column events_by_admin1.killed_low is 'Least number killed.';
comment on column events_by_admin1.injured_low is 'Least number injured.';
comment on column events_by_admin1.arrested_low is 'Least number arrested.';
comment on column events_by_admin1.first_date is 'First day of the first event.';
comment on column events_by_admin1.last_date is 'Last day of the last event.';
