-- One row a participant's name: in how many counted events it acts, is acted on, takes part, claims or is the source.
-- Planned, prevented, denied and alleged events, period totals, parts and copies are left out.
create or replace view actor_activity as
with names as (
    select
        name,
        mode(category) as category,
        any_value(country_code) as country_code
    from event_participants
    group by name
),

parties as (
    select
        name,
        event_id,
        bit_or(case role when 'actor' then 1 when 'target' then 2 when 'supporter' then 4 when 'claimant' then 8 else 16 end)
            as roles
    from event_participants
    group by name, event_id
),

told as (
    select
        parties.name,
        count(*) as events,
        count(*) filter (where parties.roles & 1 > 0) as as_actor,
        count(*) filter (where parties.roles & 2 > 0) as as_target,
        count(*) filter (where parties.roles & 4 > 0) as as_supporter,
        count(*) filter (where parties.roles & 8 > 0) as as_claimant,
        count(*) filter (where parties.roles & 16 > 0) as as_source,
        count(distinct counted_events.document_id) as documents,
        list_sort(list(distinct counted_events.kind)) as kinds,
        min(counted_events.date_start) as first_date,
        max(counted_events.date_end) as last_date
    from counted_events
    inner join parties on counted_events.event_id = parties.event_id
    group by parties.name
)

select
    told.name,
    names.category,
    names.country_code,
    told.events,
    told.as_actor,
    told.as_target,
    told.as_supporter,
    told.as_claimant,
    told.as_source,
    told.documents,
    told.kinds,
    told.first_date,
    told.last_date
from told
inner join names on told.name = names.name
order by told.events desc, told.name;

comment on view actor_activity is
'One row a participant''s name: in how many counted events it acts, is acted on, takes part, claims or is the source. Planned, prevented, denied and alleged events, period totals, parts and copies are left out.';
comment on column actor_activity.name is 'Canonical name.';
comment on column actor_activity.category is 'The category it bears most often.';
comment on column actor_activity.country_code is 'A country that it is said to belong to, ISO 3166 alpha-3; null where none is.';
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
