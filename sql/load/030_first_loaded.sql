-- When the documents and events that this load replaces were first loaded.
create temp table first_loaded as
select
    documents.locator as loaded_key,
    documents.created_at
from documents
semi join incoming on documents.locator = incoming.locator and incoming.fate = 'changed'
union all
select
    cast(events.event_id as varchar) as loaded_key,
    events.created_at
from events
semi join events_before on events.event_id = events_before.event_id;
