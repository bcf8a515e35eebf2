-- The rows of the documents that are new or changed come in.
-- noqa: disable=references.qualification
create temp table accepted as
select outcome from incoming
where fate in ('new', 'changed');

insert into documents by name
select
    staged.* exclude (outcome),
    $run_id as run_id,
    coalesce(first_loaded.created_at, now()) as created_at,
    coalesce(first_loaded.updated_at, now()) as updated_at
from staged_documents as staged
semi join accepted on staged.outcome = accepted.outcome
left join first_loaded on staged.locator = first_loaded.loaded_key;

insert into events by name
select
    staged.* exclude (outcome),
    coalesce(first_loaded.created_at, now()) as created_at,
    now() as updated_at
from staged_events as staged
semi join accepted on staged.outcome = accepted.outcome
left join first_loaded on cast(staged.event_id as varchar) = first_loaded.loaded_key;

insert into event_participants by name
select staged.* exclude (outcome)
from staged_event_participants as staged
semi join accepted on staged.outcome = accepted.outcome;

insert into event_places by name
select staged.* exclude (outcome)
from staged_event_places as staged
semi join accepted on staged.outcome = accepted.outcome;

insert into event_quantities by name
select staged.* exclude (outcome)
from staged_event_quantities as staged
semi join accepted on staged.outcome = accepted.outcome;

insert into event_evidence by name
select staged.* exclude (outcome)
from staged_event_evidence as staged
semi join accepted on staged.outcome = accepted.outcome;

insert into mentions by name
select staged.* exclude (outcome)
from staged_mentions as staged
semi join accepted on staged.outcome = accepted.outcome;
