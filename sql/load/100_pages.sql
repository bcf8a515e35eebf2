-- Where each page was handed in from.
merge into pages
using (
    select
        source_uri,
        min_by(page_id, outcome) as page_id
    from incoming
    where fate != 'duplicate'
    group by source_uri
) as seen
    on pages.source_uri = seen.source_uri
when matched and pages.page_id != seen.page_id then update set page_id = seen.page_id, run_id = $run_id, "at" = now()
when not matched then insert (source_uri, page_id, run_id, "at") values (seen.source_uri, seen.page_id, $run_id, now());
