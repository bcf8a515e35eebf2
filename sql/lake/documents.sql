-- The documents with the month that they and all that hangs on them are filed under: of publication, else of fetching.
select
    documents.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from documents
order by documents.document_id;
