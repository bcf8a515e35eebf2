-- Fetches of what lists pages are told from those of pages.
alter table fetches add column is_list boolean default false;

comment on column fetches.is_list is 'True of start points (feeds, sitemaps, sections): they are archived and never read as pages.';
