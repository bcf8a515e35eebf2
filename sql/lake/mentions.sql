-- The rows of mentions with the month of their document.
select
    mentions.*,
    coalesce(strftime(coalesce(documents.published_at, documents.fetched_at), '%Y-%m'), 'undated') as month
from mentions
inner join documents on mentions.document_id = documents.document_id
order by mentions.document_id;
