-- One row a URL that a harvest tried, each time that it did: what became of it, and where the archive keeps it.
create table fetches (
    fetch_id uuid not null,
    url varchar not null,
    page_url varchar,
    outlet varchar not null,
    outcome varchar not null check (
        outcome in ('fetched', 'unchanged', 'gone', 'refused', 'failed')
    ),
    reason varchar,
    detail varchar,
    status integer,
    content_type varchar,
    etag varchar,
    last_modified varchar,
    digest varchar,
    file varchar not null,
    file_offset bigint,
    file_length bigint,
    licence varchar not null,
    "at" timestamptz not null,
    is_list boolean not null
);

comment on table fetches is
'One row a URL that a harvest tried, each time that it did: what became of it, and where the archive keeps it.';
comment on column fetches.fetch_id is 'Id of URL and time.';
comment on column fetches.url is 'The URL that was asked for.';
comment on column fetches.page_url is 'The URL that answered in the end, after redirects; null where none did.';
comment on column fetches.outlet is 'The outlet, as its file in sources/ is named.';
comment on column fetches.outcome is 'fetched, unchanged (since it was last kept), gone (404, 410), refused (not asked for), failed.';
comment on column fetches.reason is 'Why it is no page, from a closed list; null of a page.';
comment on column fetches.detail is 'The reason told for a reader.';
comment on column fetches.status is 'HTTP status of the last response.';
comment on column fetches.content_type is 'Media type of the last response, without parameters.';
comment on column fetches.etag is 'Validator of the last response: asks for it again only where it has changed.';
comment on column fetches.last_modified is 'The other validator, as the header says it.';
comment on column fetches.digest is 'Of the body as it was sent, in the form of WARC: sha1 and base 32.';
comment on column fetches.file is 'Archive (WARC) in the folder archive of the data folder.';
comment on column fetches.file_offset is 'First byte of the record of the last response; null where nothing was answered.';
comment on column fetches.file_length is 'Bytes of that record in the file.';
comment on column fetches.licence is 'Licence of the outlet when it was fetched.';
comment on column fetches."at" is 'When it was answered, or given up.';
comment on column fetches.is_list is 'True of start points (feeds, sitemaps, sections) and robots.txt: they are archived and never read as pages.';
