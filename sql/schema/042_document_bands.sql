-- One row a document that repeats no other one word for word: a sketch of its text in bands, by which near copies are
-- found. Two texts of which half is the same most likely share a band.
create table document_bands (
    document_id uuid not null,
    bands ubigint[] not null
);

comment on table document_bands is
'One row a document that repeats no other one word for word: a sketch of its text in bands, by which near copies are found. Two texts of which half is the same most likely share a band.';
comment on column document_bands.document_id is 'The document.';
comment on column document_bands.bands is 'Hashes of pieces of the MinHash of the runs of three words of the text.';
