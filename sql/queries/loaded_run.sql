-- The counts of one run.
select
    pages,
    documents_new,
    documents_changed,
    documents_unchanged,
    events_changed,
    events_removed
from runs
where run_id = $run_id;
