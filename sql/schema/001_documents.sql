-- One row a document: the clean text of the current version of one page. A changed page replaces its row. Rows with
-- duplicate_of repeat the text of another document; views that count leave them out.
create table documents (
    document_id uuid not null,
    source_uri varchar not null,
    locator varchar not null,
    url varchar,
    canonical_url varchar,
    site varchar,
    title varchar,
    author varchar,
    published_at timestamptz,
    published_precision varchar not null check (published_precision in ('second', 'day', 'month', 'year', 'unknown')),
    language varchar not null,
    text varchar not null,
    text_digest varchar not null,
    word_count integer not null,
    page_id uuid not null,
    content_digest varchar not null,
    fetched_at timestamptz,
    cleaned_by varchar not null,
    ruleset_version varchar not null,
    seconds double,
    duplicate_of uuid,
    run_id uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

comment on table documents is
'One row a document: the clean text of the current version of one page. A changed page replaces its row. Rows with duplicate_of repeat the text of another document; views that count leave them out.';
comment on column documents.document_id is 'Id of the document.';
comment on column documents.source_uri is 'File or URL as handed in; file#record for a record inside a file.';
comment on column documents.locator is 'What stays the same when the page changes: its url, else its source_uri.';
comment on column documents.url is 'Address of the page, where it has one.';
comment on column documents.canonical_url is 'Address that the page gives as its own.';
comment on column documents.site is 'Name or host of the outlet.';
comment on column documents.title is 'Title on a single line; it is not part of text.';
comment on column documents.author is 'Byline.';
comment on column documents.published_at is 'When it was published, as the page says; null where it does not.';
comment on column documents.published_precision is 'How exact published_at is: second, day, month, year or unknown.';
comment on column documents.language is 'ISO 639-1 code of the language of the text.';
comment on column documents.text is 'Standfirst and body in paragraphs joined by a blank line.';
comment on column documents.text_digest is 'Hex SHA-256 of text in UTF-8.';
comment on column documents.word_count is 'Words of text, split at white space.';
comment on column documents.page_id is 'Id of the page: of its content at its locator.';
comment on column documents.content_digest is 'Hex SHA-256 of the bytes of the page.';
comment on column documents.fetched_at is 'When the page was fetched, where the carrier says so.';
comment on column documents.cleaned_by is 'Path and version of the cleaner.';
comment on column documents.ruleset_version is 'Digest of the rules and lexicon that read the text.';
comment on column documents.seconds is 'Time from page to facts, in seconds.';
comment on column documents.duplicate_of is 'The earlier document with the same text, else null.';
comment on column documents.run_id is 'The run that loaded this version.';
comment on column documents.created_at is 'When the first version of this page was loaded.';
comment on column documents.updated_at is 'When this version was loaded.';
