-- The rows of document_bands with the month of their document.
select
    document_bands.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from document_bands
inner join documents on document_bands.document_id = documents.document_id
order by document_bands.document_id;
