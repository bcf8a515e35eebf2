-- One row an incident that a run changed after an earlier one had found it, and why. An incident that is found has
-- none: see incidents.created_at.
create table incident_changes (
    incident_id uuid not null,
    change varchar not null check (change in ('joined', 'left', 'merged', 'split', 'changed', 'ended')),
    cause varchar not null check (cause in ('reports', 'override')),
    other_incident_id uuid,
    before json,
    after json,
    run_id uuid not null,
    "at" timestamptz not null
);

comment on table incident_changes is
'One row an incident that a run changed after an earlier one had found it, and why. An incident that is found has none: see incidents.created_at.';
comment on column incident_changes.incident_id is 'The incident.';
comment on column incident_changes.change is 'joined: reports came in; left: reports went; merged: it went into other_incident_id, or another one into it; split: events of it went to other_incident_id; changed: the same reports tell it otherwise; ended: no report tells it any more.';
comment on column incident_changes.cause is 'reports: new, changed or withdrawn ones; override: a person said so.';
comment on column incident_changes.other_incident_id is 'Of a merger or a split: the other incident.';
comment on column incident_changes.before is 'The incident with its events and figures as it was.';
comment on column incident_changes.after is 'The incident with its events and figures as it is; null where it ended or was merged into another one.';
comment on column incident_changes.run_id is 'The run that did it.';
comment on column incident_changes."at" is 'When it was done.';
