-- What the new versions of documents tell otherwise than the old ones did.
insert into event_changes by name
with events_after as (
    select
        event_records.event_id,
        event_records.record
    from event_records
    semi join incoming on event_records.document_id = incoming.document_id and incoming.fate = 'changed'
)

select
    coalesce(events_before.event_id, events_after.event_id) as event_id,
    case
        when events_before.event_id is null then 'added'
        when events_after.event_id is null then 'removed'
        else 'changed'
    end as change,
    events_before.record as before,
    events_after.record as after,
    $run_id as run_id,
    now() as "at"
from events_before
full join events_after on events_before.event_id = events_after.event_id
where events_before.record is distinct from events_after.record;
