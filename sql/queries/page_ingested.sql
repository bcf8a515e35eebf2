-- Where the page of a document came from.
select source_uri
from documents
where cast(document_id as varchar) = $wanted;
