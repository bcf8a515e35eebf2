-- What this run did.
insert into runs by name
select
    $run_id as run_id,
    $flow as flow,
    $started_at as started_at,
    $ended_at as ended_at,
    $known + (select count(*) from incoming) + (select count(*) from staged_rejections) as pages,
    (select count(*) from incoming where fate = 'new') as documents_new,
    (select count(*) from incoming where fate = 'changed') as documents_changed,
    $known + (select count(*) from incoming where fate = 'unchanged') as documents_unchanged,
    (select count(*) from incoming where fate = 'duplicate') + (select count(*) from staged_rejections) as rejected,
    (select count(*) from new_events) as events_new,
    (
        select count(*) from event_changes
        where run_id = $run_id and change = 'changed'
    ) as events_changed,
    (
        select count(*) from event_changes
        where run_id = $run_id and change = 'removed'
    ) as events_removed;
