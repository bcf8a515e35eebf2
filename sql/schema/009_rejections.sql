-- One row a page that did not become a document, and why. Handing the same page in again adds no row.
create table rejections (
    rejection_id uuid not null,
    source_uri varchar not null,
    reason varchar not null,
    detail varchar not null,
    page_id uuid,
    duplicate_of uuid,
    run_id uuid not null,
    "at" timestamptz not null
);

comment on table rejections is
'One row a page that did not become a document, and why. Handing the same page in again adds no row.';
comment on column rejections.rejection_id is 'Id of page and reason.';
comment on column rejections.source_uri is 'File or URL as handed in; file#record for a record inside a file.';
comment on column rejections.reason is 'From a closed list: empty, not text, listing page, duplicate and so on.';
comment on column rejections.detail is 'The reason told for a reader.';
comment on column rejections.page_id is 'The page, where it could be read.';
comment on column rejections.duplicate_of is 'Of a duplicate: the page that was taken instead.';
comment on column rejections.run_id is 'The run that first rejected it.';
comment on column rejections."at" is 'When it was first rejected.';
