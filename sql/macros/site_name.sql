-- The outlet of a document for a reader: the name of its site, else the host of its address, else unknown.
create or replace macro site_name(site, url) as (
    coalesce(site, nullif(regexp_extract(url, '://([^/:]+)', 1), ''), 'unknown')
);
