-- When the documents and events that this load replaces were first loaded, and when a page that stays the same was.
create temp table documents_first_loaded as
select
    documents.locator,
    documents.created_at,
    if(incoming.same_page, documents.updated_at, null) as updated_at
from documents
inner join incoming on documents.document_id = incoming.old_document_id and incoming.fate = 'changed';

create temp table events_first_loaded as
select
    event_id,
    created_at
from events_replaced;
