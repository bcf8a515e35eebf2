-- One row a document: the clean text of the current version of one page. A changed page replaces its row. Rows with
-- duplicate_of repeat the text of another document; views that count leave them out.
alter table documents add column facts_digest varchar;

comment on table documents is
'One row a document: the clean text of the current version of one page. A changed page replaces its row. Rows with duplicate_of repeat the text of another document; views that count leave them out.';
comment on column documents.facts_digest is 'Digest of all events, slots, evidence and mentions that were read from it; null where an earlier release of Sitrep read it.';
comment on column documents.run_id is 'The run that loaded its facts.';
