-- One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where
-- scope is single, and do not add parts (part_of) to their whole.
alter table events add column actors varchar[];
alter table events add column actor_categories varchar[];
alter table events add column targets varchar[];
alter table events add column target_categories varchar[];
alter table events add column figures varchar;
alter table events add column is_counted boolean;

update events set
    actors = coalesce(sides.actors, []),
    actor_categories = coalesce(sides.actor_categories, []),
    targets = coalesce(sides.targets, []),
    target_categories = coalesce(sides.target_categories, [])
from (
    select
        events.event_id,
        list(who.name order by who.slot_number) filter (where who.role = 'actor') as actors,
        list(who.category order by who.slot_number) filter (where who.role = 'actor') as actor_categories,
        list(who.name order by who.slot_number) filter (where who.role = 'target') as targets,
        list(who.category order by who.slot_number) filter (where who.role = 'target') as target_categories
    from events
    left join event_participants as who on events.event_id = who.event_id
    group by events.event_id
) as sides
where events.event_id = sides.event_id;

update events set figures = told.figures
from (
    select
        event_id,
        string_agg(
            concat_ws(
                ' ', role, case
                    when low = high then printf('%.15g', low)
                    when high is null then coalesce('≥' || printf('%.15g', low), '?')
                    else coalesce(printf('%.15g', low) || '–', '≤') || printf('%.15g', high)
                end, nullif(counted, '')
            ), ', ' order by slot_number
        ) as figures
    from event_quantities
    group by event_id
) as told
where events.event_id = told.event_id;

update events set is_counted = told.is_counted
from (
    select
        events.event_id,
        events.status in ('occurred', 'ongoing') and events.scope = 'single' and not coalesce(
            whole.status in ('occurred', 'ongoing') and whole.scope = 'single' and whole.kind = events.kind, false
        ) as is_counted
    from events
    left join events as whole on events.part_of = whole.event_id
) as told
where events.event_id = told.event_id;

comment on table events is
'One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where scope is single, and do not add parts (part_of) to their whole.';
comment on column events.actors is 'Who did it: canonical names, as event_participants has them.';
comment on column events.actor_categories is 'Their categories, in the same order; null where unknown.';
comment on column events.targets is 'To whom or what it was done: canonical names.';
comment on column events.target_categories is 'Their categories, in the same order; null where unknown.';
comment on column events.figures is 'Its figures in words, with their roles; null where it has none.';
comment on column events.is_counted is 'True where it may be counted unless its document is a copy: it has happened or goes on, is no period total, and no part of a counted event of its kind.';
