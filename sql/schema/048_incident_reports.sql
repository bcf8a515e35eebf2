-- One row an event and the incident that it tells, with why it joined. The score is a sum of its parts, in bits: each
-- says how much likelier the likeness is if both events are one than if they are two.
alter table incident_reports add column story_score double;

update incident_reports set story_score = 0
where score is not null;

comment on table incident_reports is
'One row an event and the incident that it tells, with why it joined. The score is a sum of its parts, in bits: each says how much likelier the likeness is if both events are one than if they are two.';
comment on column incident_reports.story_score is 'That of the other happenings that the two documents tell in common.';
