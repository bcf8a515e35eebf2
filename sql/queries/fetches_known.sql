-- What is known of each URL of an outlet, of its pages or of its lists: first and last time, last outcome, and the last exchange that brought a page.
select
    url,
    min("at") as first_at,
    max("at") as last_at,
    arg_max(outcome, "at") as outcome,
    arg_max(etag, "at") filter (where outcome = 'fetched') as etag,
    arg_max(last_modified, "at") filter (where outcome = 'fetched') as last_modified,
    arg_max(digest, "at") filter (where outcome = 'fetched') as digest,
    max("at") filter (where outcome = 'fetched') as kept_at
from fetches
where outlet = $outlet and is_list = $is_list
group by url;
