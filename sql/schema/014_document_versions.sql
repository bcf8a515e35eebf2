-- One row a version of a document whose text or title another version replaced, as it was. A page that is read anew
-- and says the same leaves none.
create table document_versions (
    document_id uuid not null,
    locator varchar not null,
    source_uri varchar not null,
    url varchar,
    title varchar,
    text varchar not null,
    text_digest varchar not null,
    page_id uuid not null,
    fetched_at timestamptz,
    run_id uuid not null,
    "at" timestamptz not null
);

comment on table document_versions is
'One row a version of a document whose text or title another version replaced, as it was. A page that is read anew and says the same leaves none.';
comment on column document_versions.document_id is 'Id that the document had in this version.';
comment on column document_versions.locator is 'What all versions of the page share: its url, else its source_uri.';
comment on column document_versions.source_uri is 'File or URL as this version was handed in.';
comment on column document_versions.url is 'Address of the page, where it has one.';
comment on column document_versions.title is 'Title of this version.';
comment on column document_versions.text is 'Text of this version.';
comment on column document_versions.text_digest is 'Hex SHA-256 of text in UTF-8.';
comment on column document_versions.page_id is 'Id of the page of this version.';
comment on column document_versions.fetched_at is 'When this version was fetched, where the carrier says so.';
comment on column document_versions.run_id is 'The run that replaced it.';
comment on column document_versions."at" is 'When it was replaced.';
