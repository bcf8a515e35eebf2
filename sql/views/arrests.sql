-- One row an event with people arrested; sums over rows are right for the documents at hand, but a happening told by
-- several documents counts once for each. Planned, prevented, denied and alleged events, period totals and copies are
-- left out, and of parts what their whole tells.
create or replace view arrests as
with held as (
    select
        event_id,
        sum(low) as arrested_low,
        if(bool_or(high is null), null, sum(high)) as arrested_high,
        list(distinct counted order by counted) filter (where counted is not null) as counted
    from counted_quantities
    where role = 'arrested'
    group by event_id
)

select
    held.event_id,
    events.document_id,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.country_code,
    events.admin1,
    events.place,
    events.operation,
    held.arrested_low,
    held.arrested_high,
    held.counted,
    events.actors as arrested_by,
    events.targets as arrested_from,
    events.summary,
    documents.site,
    documents.source_uri
from held
inner join events on held.event_id = events.event_id
inner join documents on events.document_id = documents.document_id;

comment on view arrests is
'One row an event with people arrested; sums over rows are right for the documents at hand, but a happening told by several documents counts once for each. Planned, prevented, denied and alleged events, period totals and copies are left out, and of parts what their whole tells.';
comment on column arrests.event_id is 'The event.';
comment on column arrests.document_id is 'The document that tells it.';
comment on column arrests.date_start is 'First day.';
comment on column arrests.date_end is 'Last day.';
comment on column arrests.date_precision is 'day, week, month, year or unknown.';
comment on column arrests.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column arrests.admin1 is 'Province or governorate of the main place.';
comment on column arrests.place is 'Main place.';
comment on column arrests.operation is 'Name of the operation it belongs to.';
comment on column arrests.arrested_low is 'Least number arrested.';
comment on column arrests.arrested_high is 'Greatest number arrested; null where open.';
comment on column arrests.counted is 'Who is counted.';
comment on column arrests.arrested_by is 'Actors of the event.';
comment on column arrests.arrested_from is 'Targets of the event: whom the arrested belong to.';
comment on column arrests.summary is 'One line composed from the slots.';
comment on column arrests.site is 'The outlet.';
comment on column arrests.source_uri is 'File or URL as handed in.';
