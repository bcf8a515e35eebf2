-- The last runs, the latest first.
select
    strftime(started_at, '%Y-%m-%d %H:%M:%S') as started,
    flow,
    round(epoch(ended_at) - epoch(started_at), 1) as seconds,
    pages,
    documents_new as new,
    documents_changed as changed,
    documents_unchanged as unchanged,
    rejected,
    events_new as new_events
from runs
order by started_at desc
limit 5;
