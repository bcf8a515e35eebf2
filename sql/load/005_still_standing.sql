-- What a replay read of documents that another run has replaced meanwhile is left out.
delete from staged_documents
where $flow = 'replay' and page_id not in (select documents.page_id from documents);
