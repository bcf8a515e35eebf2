-- One row a pair of events of two documents that are so alike that they may tell one happening: what incidents are made
-- of. A pair that one incident does not hold was kept apart by a document, a headline, a person or a stronger pair.
alter table incident_links add column story_score double;

update incident_links set story_score = 0;

comment on table incident_links is
'One row a pair of events of two documents that are so alike that they may tell one happening: what incidents are made of. A pair that one incident does not hold was kept apart by a document, a headline, a person or a stronger pair.';
comment on column incident_links.story_score is 'That of the other happenings that the two documents tell in common.';
