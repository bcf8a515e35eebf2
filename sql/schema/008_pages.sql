-- One row a place that a page was handed in from, with the page that was last read there and became a document. It
-- tells a page that was replaced since from one that is new.
create table pages (
    source_uri varchar not null,
    page_id uuid not null,
    run_id uuid not null,
    "at" timestamptz not null
);

comment on table pages is
'One row a place that a page was handed in from, with the page that was last read there and became a document. It tells a page that was replaced since from one that is new.';
comment on column pages.source_uri is 'File or URL as handed in; file#record for a record inside a file.';
comment on column pages.page_id is 'The page last read there.';
comment on column pages.run_id is 'The run that read it.';
comment on column pages."at" is 'When it was loaded.';
