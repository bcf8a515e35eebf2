-- One row an event that a new version of its document added, removed or changed. Events of documents that are new
-- themselves have none.
create table event_changes (
    event_id uuid not null,
    change varchar not null check (change in ('added', 'removed', 'changed')),
    before json,
    after json,
    run_id uuid not null,
    "at" timestamptz not null
);

comment on table event_changes is
'One row an event that a new version of its document added, removed or changed. Events of documents that are new themselves have none.';
comment on column event_changes.event_id is 'The event.';
comment on column event_changes.change is 'added, removed or changed.';
comment on column event_changes.before is 'The event with its slots as it was, null where added.';
comment on column event_changes.after is 'The event with its slots as it is, null where removed.';
comment on column event_changes.run_id is 'The run that did it.';
comment on column event_changes."at" is 'When it was loaded.';
