-- The copies found point to their originals, from the frame registered as found_copies; so do copies of these.
update documents
set duplicate_of = cast(found_copies.original_id as uuid)
from found_copies
where
    documents.document_id = cast(found_copies.document_id as uuid)
    or documents.duplicate_of = cast(found_copies.document_id as uuid);
