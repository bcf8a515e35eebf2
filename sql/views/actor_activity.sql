-- One row a participant's name: in how many counted events it acts, is acted on, takes part, claims or is the source.
-- Planned, prevented, denied and alleged events, period totals, parts and copies are left out.
create or replace view actor_activity as
select
    event_participants.name,
    mode(event_participants.category) as category,
    mode(event_participants.country_code) as country_code,
    count(distinct counted_events.event_id) as events,
    count(distinct counted_events.event_id) filter (where event_participants.role = 'actor') as as_actor,
    count(distinct counted_events.event_id) filter (where event_participants.role = 'target') as as_target,
    count(distinct counted_events.event_id) filter (where event_participants.role = 'supporter') as as_supporter,
    count(distinct counted_events.event_id) filter (where event_participants.role = 'claimant') as as_claimant,
    count(distinct counted_events.event_id) filter (where event_participants.role = 'source') as as_source,
    count(distinct counted_events.document_id) as documents,
    list_sort(list(distinct counted_events.kind)) as kinds,
    min(counted_events.date_start) as first_date,
    max(counted_events.date_end) as last_date
from counted_events
inner join event_participants on counted_events.event_id = event_participants.event_id
group by event_participants.name
order by events desc, event_participants.name;

comment on view actor_activity is
'One row a participant''s name: in how many counted events it acts, is acted on, takes part, claims or is the source. Planned, prevented, denied and alleged events, period totals, parts and copies are left out.';
comment on column actor_activity.name is 'Canonical name.';
comment on column actor_activity.category is 'The category it bears most often.';
comment on column actor_activity.country_code is 'The country it bears most often, ISO 3166 alpha-3.';
comment on column actor_activity.events is 'Events it takes part in, in any role.';
comment on column actor_activity.as_actor is 'Events it did.';
comment on column actor_activity.as_target is 'Events done to it.';
comment on column actor_activity.as_supporter is 'Events it took part in beside the actor.';
comment on column actor_activity.as_claimant is 'Events it claimed.';
comment on column actor_activity.as_source is 'Events it told of.';
comment on column actor_activity.documents is 'Documents that tell them.';
comment on column actor_activity.kinds is 'Kinds of these events.';
comment on column actor_activity.first_date is 'First day of the first event.';
comment on column actor_activity.last_date is 'Last day of the last event.';
