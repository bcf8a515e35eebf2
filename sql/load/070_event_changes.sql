-- What the documents that were read anew tell otherwise than before: a new version of their page or, where that is the
-- same, the same text under new rules.
create temp table events_placed as
select events.*
from events
semi join incoming on events.document_id = incoming.document_id and incoming.fate = 'changed';

insert into event_changes by name
with events_after as (
    select
        event_id,
        document_id,
        record
    from records_of('events_placed')
),

same_page as (
    select document_id from incoming
    where fate = 'changed' and same_page
)

select
    coalesce(events_before.event_id, events_after.event_id) as event_id,
    case
        when events_before.event_id is null then 'added'
        when events_after.event_id is null then 'removed'
        else 'changed'
    end as change,
    if(same_page.document_id is null, 'new page version', 'new rules') as cause,
    coalesce(events_before.document_id, events_after.document_id) as document_id,
    events_before.record as before,
    events_after.record as after,
    $run_id as run_id,
    now() as "at"
from events_before
full join events_after on events_before.event_id = events_after.event_id
left join same_page on coalesce(events_before.document_id, events_after.document_id) = same_page.document_id
where events_before.record is distinct from events_after.record;
