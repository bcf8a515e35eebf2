-- What this run did.
insert into runs by name
with fates as (
    select
        count(*) as pages,
        count(*) filter (where fate = 'new') as new,
        count(*) filter (where fate = 'changed') as changed,
        count(*) filter (where fate in ('unchanged', 'confirmed')) as unchanged,
        count(*) filter (where fate = 'duplicate') as duplicates
    from incoming
),

changes as (
    select
        count(*) filter (where change = 'changed') as changed,
        count(*) filter (where change = 'removed') as removed
    from event_changes
    where run_id = $run_id
),

rejected as (
    select count(*) as pages from staged_rejections
),

told as (
    select count(*) as new from events
    where created_at = now()
)

select
    $run_id as run_id,
    $flow as flow,
    $started_at as started_at,
    $ended_at as ended_at,
    $known + fates.pages + rejected.pages as pages,
    fates.new as documents_new,
    fates.changed as documents_changed,
    $known + fates.unchanged as documents_unchanged,
    fates.duplicates + rejected.pages as rejected,
    told.new as events_new,
    changes.changed as events_changed,
    changes.removed as events_removed
from fates, changes, rejected, told;
