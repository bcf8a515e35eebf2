-- One row an event with people killed or injured; sums over rows are right for the documents at hand, but a happening
-- told by several documents counts once for each. Planned, prevented, denied and alleged events, period totals and
-- copies are left out, and of parts what their whole tells.
create or replace view casualties as
with toll as (
    select
        event_id,
        sum(low) filter (where role = 'killed') as killed_low,
        if(bool_or(high is null) filter (where role = 'killed'), null, sum(high) filter (where role = 'killed'))
            as killed_high,
        sum(low) filter (where role = 'injured') as injured_low,
        if(bool_or(high is null) filter (where role = 'injured'), null, sum(high) filter (where role = 'injured'))
            as injured_high,
        bool_or(includes_injured) as killed_includes_injured,
        list(counted) filter (where counted is not null) as counted
    from event_quantities
    where is_counted and role in ('killed', 'injured')
    group by event_id
)

select
    toll.event_id,
    events.document_id,
    events.kind,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.country_code,
    events.admin1,
    events.place,
    events.operation,
    toll.killed_low,
    toll.killed_high,
    toll.injured_low,
    toll.injured_high,
    toll.killed_includes_injured,
    list_sort(list_distinct(toll.counted)) as counted,
    events.summary,
    documents.site,
    documents.source_uri
from toll
inner join events on toll.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where documents.duplicate_of is null;

comment on view casualties is
'One row an event with people killed or injured; sums over rows are right for the documents at hand, but a happening told by several documents counts once for each. Planned, prevented, denied and alleged events, period totals and copies are left out, and of parts what their whole tells.';
comment on column casualties.event_id is 'The event.';
comment on column casualties.document_id is 'The document that tells it.';
comment on column casualties.kind is 'What happened, by the codebook.';
comment on column casualties.date_start is 'First day.';
comment on column casualties.date_end is 'Last day.';
comment on column casualties.date_precision is 'day, week, month, year or unknown.';
comment on column casualties.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column casualties.admin1 is 'Province or governorate of the main place.';
comment on column casualties.place is 'Main place.';
comment on column casualties.operation is 'Name of the operation it belongs to.';
comment on column casualties.killed_low is 'Least number killed; null where the text has no figure.';
comment on column casualties.killed_high is 'Greatest number killed; null where open.';
comment on column casualties.injured_low is 'Least number injured; null where the text has no figure.';
comment on column casualties.injured_high is 'Greatest number injured; null where open.';
comment on column casualties.killed_includes_injured is 'True where the figure is of killed or wounded together.';
comment on column casualties.counted is 'Who is counted.';
comment on column casualties.summary is 'One line composed from the slots.';
comment on column casualties.site is 'The outlet.';
comment on column casualties.source_uri is 'File or URL as handed in.';
