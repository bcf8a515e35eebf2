-- The name of an outlet for a reader, from the documents of a group: a name that one of them gives, else a host.
create or replace macro outlet_name(site, url) as (
    coalesce(min(site) filter (where not contains(site, '.')), min(site_name(site, url)))
);
