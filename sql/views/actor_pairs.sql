-- One row a pair of names: who did what to whom, in how many events. An event with two actors and two targets counts
-- for four pairs, so do not add rows up. Planned, prevented, denied and alleged events, period totals, parts and copies
-- are left out. A happening told by several documents counts once for each.
create or replace view actor_pairs as
with pairs as (
    select
        events.kind,
        events.date_start,
        events.date_end,
        unnest(if(len(events.actors) > 1, list_distinct(events.actors), events.actors)) as actor,
        events.targets,
        events.killed_low
    from events
    inner join documents on events.document_id = documents.document_id
    where events.is_counted and documents.duplicate_of is null and len(events.targets) > 0
),

told as (
    select
        pairs.kind,
        pairs.date_start,
        pairs.date_end,
        pairs.actor,
        pairs.killed_low,
        unnest(if(len(pairs.targets) > 1, list_distinct(pairs.targets), pairs.targets)) as target
    from pairs
)

select
    told.actor,
    told.target,
    count(*) as events,
    list_sort(list(distinct told.kind)) as kinds,
    coalesce(sum(told.killed_low), 0) as killed_low,
    min(told.date_start) as first_date,
    max(told.date_end) as last_date
from told
group by told.actor, told.target
order by events desc, told.actor, told.target;

comment on view actor_pairs is
'One row a pair of names: who did what to whom, in how many events. An event with two actors and two targets counts for four pairs, so do not add rows up. Planned, prevented, denied and alleged events, period totals, parts and copies are left out. A happening told by several documents counts once for each.';
comment on column actor_pairs.actor is 'Who did it: canonical name.';
comment on column actor_pairs.target is 'To whom or what: canonical name.';
comment on column actor_pairs.events is 'Events of the pair.';
comment on column actor_pairs.kinds is 'Kinds of these events.';
comment on column actor_pairs.killed_low is 'Least number killed in them, on whichever side.';
comment on column actor_pairs.first_date is 'First day of the first event.';
comment on column actor_pairs.last_date is 'Last day of the last event.';
