-- A run that loaded no page, for what it changed.
insert into runs by name
select
    $run_id as run_id,
    $flow as flow,
    $started_at as started_at,
    now() as ended_at,
    0 as pages,
    0 as documents_new,
    0 as documents_changed,
    0 as documents_unchanged,
    0 as rejected,
    0 as events_new,
    0 as events_changed,
    0 as events_removed;
