-- One row a URL that a harvest tried, each time that it did: what became of it, and where the archive keeps it.
comment on table fetches is
'One row a URL that a harvest tried, each time that it did: what became of it, and where the archive keeps it.';
comment on column fetches.is_list is 'True of start points (feeds, sitemaps, sections) and robots.txt: they are archived and never read as pages.';
