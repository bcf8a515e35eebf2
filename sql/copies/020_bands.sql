-- The bands of the documents that had none, from the frame registered as found_bands.
insert into document_bands by name
select
    cast(document_id as uuid) as document_id,
    bands
from found_bands;
