-- The rows of the documents that are new or changed come in. Those that are refused are named, as they are few: what is
-- joined to nothing costs nothing.
-- noqa: disable=references.qualification
create temp table refused as
select staged.outcome
from staged_documents as staged
anti join incoming on staged.outcome = incoming.outcome and incoming.fate in ('new', 'changed');

insert into documents by name
select
    staged.* exclude (outcome),
    $run_id as run_id,
    coalesce(documents_first_loaded.created_at, now()) as created_at,
    coalesce(documents_first_loaded.updated_at, now()) as updated_at,
    coalesce(originals.near_id, nullif(originals.document_id, staged.document_id)) as duplicate_of
from staged_documents as staged
anti join refused on staged.outcome = refused.outcome
left join documents_first_loaded on staged.locator = documents_first_loaded.locator
left join originals on staged.text_digest = originals.text_digest;

insert into events by name
select
    staged.* exclude (outcome),
    coalesce(events_first_loaded.created_at, now()) as created_at,
    now() as updated_at
from staged_events as staged
anti join refused on staged.outcome = refused.outcome
left join events_first_loaded on staged.event_id = events_first_loaded.event_id;

insert into event_participants by name
select staged.* exclude (outcome)
from staged_event_participants as staged
anti join refused on staged.outcome = refused.outcome;

insert into event_places by name
select staged.* exclude (outcome)
from staged_event_places as staged
anti join refused on staged.outcome = refused.outcome;

insert into event_quantities by name
select staged.* exclude (outcome)
from staged_event_quantities as staged
anti join refused on staged.outcome = refused.outcome;

insert into event_evidence by name
select staged.* exclude (outcome)
from staged_event_evidence as staged
anti join refused on staged.outcome = refused.outcome;

insert into mentions by name
select staged.* exclude (outcome)
from staged_mentions as staged
anti join refused on staged.outcome = refused.outcome;
