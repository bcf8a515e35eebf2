-- One row a document: a sketch of its text by which near copies are found. Two texts are likely near copies where they
-- share a band.
create table document_sketches (
    document_id uuid not null,
    sketch uinteger[] not null,
    bands ubigint[] not null
);

comment on table document_sketches is
'One row a document: a sketch of its text by which near copies are found. Two texts are likely near copies where they share a band.';
comment on column document_sketches.document_id is 'The document.';
comment on column document_sketches.sketch is 'MinHash of the runs of words of the text.';
comment on column document_sketches.bands is 'Hashes of the sketch by pieces.';
