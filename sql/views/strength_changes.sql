-- One row an event that tells the strength of a force before or after it, or how many were sent or withdrawn. Planned
-- changes are in: look at status before reading them as done. Copies, denied events and period totals are left out.
create or replace view strength_changes as
with strengths as (
    select
        event_id,
        max(low) filter (where role = 'strength_before') as strength_before,
        max(low) filter (where role = 'strength_after') as strength_after,
        sum(low) filter (where role = 'deployed') as deployed,
        sum(low) filter (where role = 'withdrawn') as withdrawn,
        any_value(counted) as counted
    from event_quantities
    where role in ('strength_before', 'strength_after', 'deployed', 'withdrawn')
    group by event_id
)

select
    strengths.event_id,
    events.document_id,
    events.kind,
    events.status,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.country_code,
    events.admin1,
    events.place,
    events.actors as forces,
    strengths.counted,
    strengths.strength_before,
    strengths.strength_after,
    coalesce(
        strengths.strength_after - strengths.strength_before,
        strengths.deployed, -strengths.withdrawn
    ) as change,
    strengths.deployed,
    strengths.withdrawn,
    documents.site,
    documents.source_uri
from strengths
inner join events on strengths.event_id = events.event_id
inner join documents on events.document_id = documents.document_id
where documents.duplicate_of is null and events.status != 'denied' and events.scope = 'single';

comment on view strength_changes is
'One row an event that tells the strength of a force before or after it, or how many were sent or withdrawn. Planned changes are in: look at status before reading them as done. Copies, denied events and period totals are left out.';
comment on column strength_changes.event_id is 'The event.';
comment on column strength_changes.document_id is 'The document that tells it.';
comment on column strength_changes.kind is 'What happened, by the codebook.';
comment on column strength_changes.status is 'occurred, ongoing, planned, prevented or alleged.';
comment on column strength_changes.date_start is 'First day.';
comment on column strength_changes.date_end is 'Last day.';
comment on column strength_changes.date_precision is 'day, week, month, year or unknown.';
comment on column strength_changes.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column strength_changes.admin1 is 'Province or governorate of the main place.';
comment on column strength_changes.place is 'Main place.';
comment on column strength_changes.forces is 'Actors of the event.';
comment on column strength_changes.counted is 'Who is counted.';
comment on column strength_changes.strength_before is 'Least strength before.';
comment on column strength_changes.strength_after is 'Least strength after.';
comment on column strength_changes.change is 'After less before where both are told, else the number deployed, else the number withdrawn below zero.';
comment on column strength_changes.deployed is 'Least number sent.';
comment on column strength_changes.withdrawn is 'Least number withdrawn.';
comment on column strength_changes.site is 'The outlet.';
comment on column strength_changes.source_uri is 'File or URL as handed in.';
