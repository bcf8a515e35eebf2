-- The texts whose copies have to be told apart anew: those that come and those that go.
create temp table touched_texts as
select text_digest from incoming
where fate in ('new', 'changed')
union
select documents.text_digest from documents
semi join incoming on documents.document_id = incoming.old_document_id and incoming.fate = 'changed';
