-- One row an event that a new version of its document, or a reading under new rules, added, removed or changed. Events
-- of documents that are new themselves have none: events.created_at says since when they stand. An event_id is made of
-- its document and its place in it, and never stands for another event.
alter table event_changes add column cause varchar not null default 'new page version';
alter table event_changes add column document_id uuid;

comment on table event_changes is
'One row an event that a new version of its document, or a reading under new rules, added, removed or changed. Events of documents that are new themselves have none: events.created_at says since when they stand. An event_id is made of its document and its place in it, and never stands for another event.';
comment on column event_changes.cause is 'new page version, or new rules.';
comment on column event_changes.document_id is 'The document that tells or told it; null where an earlier release of Sitrep recorded the change.';
