-- Copies whose original is gone are looked at anew, and copies of a copy point to its original.
delete from document_bands
where document_id not in (select document_id from documents);

create or replace temp table lost_copies as
select copy.document_id
from documents as copy
left join documents as original on copy.duplicate_of = original.document_id
where copy.duplicate_of is not null and original.document_id is null;

delete from document_bands
where document_id in (select document_id from lost_copies);

update documents
set duplicate_of = null
where document_id in (select document_id from lost_copies);
