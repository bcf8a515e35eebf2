-- When the documents and events that this load replaces were first loaded, and when a page that stays the same was.
create temp table first_loaded as
select
    documents.locator as loaded_key,
    documents.created_at,
    if(incoming.same_page, documents.updated_at, null) as updated_at
from documents
inner join incoming on documents.document_id = incoming.old_document_id and incoming.fate = 'changed'
union all
select
    cast(event_id as varchar) as loaded_key,
    created_at,
    null as updated_at
from events_replaced;
