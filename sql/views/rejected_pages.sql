-- One row a reason and an outlet's host or folder: how many pages did not become a document, and the latest of them. A
-- page that was taken later, in another version or under other rules, is still in it.
create or replace view rejected_pages as
select
    reason,
    coalesce(
        nullif(regexp_extract(source_uri, '://([^/:]+)', 1), ''),
        nullif(regexp_extract(source_uri, '^(.*)/[^/]*$', 1), ''), '.'
    ) as came_from,
    count(*) as pages,
    min("at") as first_at,
    max("at") as last_at,
    arg_max(source_uri, struct_pack(last := "at", uri := source_uri)) as latest,
    arg_max(detail, struct_pack(last := "at", uri := source_uri)) as detail
from rejections
group by all
order by pages desc, reason, came_from;

comment on view rejected_pages is
'One row a reason and an outlet''s host or folder: how many pages did not become a document, and the latest of them. A page that was taken later, in another version or under other rules, is still in it.';
comment on column rejected_pages.reason is 'Why, from a closed list.';
comment on column rejected_pages.came_from is 'Host of the URL, or folder of the file.';
comment on column rejected_pages.pages is 'Pages rejected for it.';
comment on column rejected_pages.first_at is 'When the first was.';
comment on column rejected_pages.last_at is 'When the last was.';
comment on column rejected_pages.latest is 'The last page.';
comment on column rejected_pages.detail is 'What was said of it.';
