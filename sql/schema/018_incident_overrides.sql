-- One row a pair of events of which a person has said that they tell one happening, or two. It holds in every run, also
-- where an event goes and comes back.
create table incident_overrides (
    event_id uuid not null,
    other_event_id uuid not null,
    verdict varchar not null check (verdict in ('together', 'apart')),
    created_at timestamptz not null
);

comment on table incident_overrides is
'One row a pair of events of which a person has said that they tell one happening, or two. It holds in every run, also where an event goes and comes back.';
comment on column incident_overrides.event_id is 'The event with the smaller id.';
comment on column incident_overrides.other_event_id is 'The event with the greater id.';
comment on column incident_overrides.verdict is 'together or apart.';
comment on column incident_overrides.created_at is 'When it was said.';
