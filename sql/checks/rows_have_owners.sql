-- fail: Every event and mention belongs to a document, and every slot to an event. Of a run what it removed is looked at:
-- rows that are left behind. What it brings was staged together with its owners, or not at all.
with removed as (
    select distinct
        event_id,
        document_id
    from event_changes
    where run_id = $run_id and change = 'removed'
)

select
    'events' as relation,
    events.event_id as id
from events
anti join documents on events.document_id = documents.document_id
where coalesce(events.document_id in (select removed.document_id from removed), false) or $run_id is null
union all
select
    'mentions' as relation,
    mentions.mention_id as id
from mentions
anti join documents on mentions.document_id = documents.document_id
where coalesce(mentions.document_id in (select removed.document_id from removed), false) or $run_id is null
union all
select
    'event_participants' as relation,
    event_participants.event_id as id
from event_participants
anti join events on event_participants.event_id = events.event_id
where event_participants.event_id in (select removed.event_id from removed) or $run_id is null
union all
select
    'event_places' as relation,
    event_places.event_id as id
from event_places
anti join events on event_places.event_id = events.event_id
where event_places.event_id in (select removed.event_id from removed) or $run_id is null
union all
select
    'event_quantities' as relation,
    event_quantities.event_id as id
from event_quantities
anti join events on event_quantities.event_id = events.event_id
where event_quantities.event_id in (select removed.event_id from removed) or $run_id is null
union all
select
    'event_evidence' as relation,
    event_evidence.event_id as id
from event_evidence
anti join events on event_evidence.event_id = events.event_id
where event_evidence.event_id in (select removed.event_id from removed) or $run_id is null;
