-- One row a run that loaded the warehouse. pages = new + changed + unchanged documents + rejected.
create table runs (
    run_id uuid not null,
    flow varchar not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    pages bigint not null,
    documents_new bigint not null,
    documents_changed bigint not null,
    documents_unchanged bigint not null,
    rejected bigint not null,
    events_new bigint not null,
    events_changed bigint not null,
    events_removed bigint not null
);

comment on table runs is
'One row a run that loaded the warehouse. pages = new + changed + unchanged documents + rejected.';
comment on column runs.run_id is 'Id of the run.';
comment on column runs.flow is 'What ran.';
comment on column runs.started_at is 'When it started.';
comment on column runs.ended_at is 'When its load was committed.';
comment on column runs.pages is 'Pages handed in.';
comment on column runs.documents_new is 'Pages that became a document.';
comment on column runs.documents_changed is 'Pages that differ from what the warehouse held.';
comment on column runs.documents_unchanged is 'Pages that the warehouse held just so.';
comment on column runs.rejected is 'Pages rejected, those rejected before included where they were read again.';
comment on column runs.events_new is 'Events that the warehouse did not hold.';
comment on column runs.events_changed is 'Events that now read otherwise.';
comment on column runs.events_removed is 'Events that their document no longer tells.';
