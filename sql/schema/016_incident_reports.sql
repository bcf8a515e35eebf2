-- One row an event and the incident that it tells, with why it joined. The score is a sum of its parts, in bits: each
-- says how much likelier the likeness is if both events are one than if they are two.
create table incident_reports (
    incident_id uuid not null,
    event_id uuid not null,
    document_id uuid not null,
    source varchar not null,
    is_copy boolean not null,
    reason varchar not null check (reason in ('alone', 'alike', 'override')),
    linked_to uuid,
    score double,
    kind_score double,
    place_score double,
    date_score double,
    actor_score double,
    target_score double,
    figure_score double,
    operation_score double,
    wording_score double,
    run_id uuid not null,
    resolved_at timestamptz not null
);

comment on table incident_reports is
'One row an event and the incident that it tells, with why it joined. The score is a sum of its parts, in bits: each says how much likelier the likeness is if both events are one than if they are two.';
comment on column incident_reports.incident_id is 'The incident.';
comment on column incident_reports.event_id is 'The event, as one document tells it.';
comment on column incident_reports.document_id is 'The document that tells it.';
comment on column incident_reports.source is 'The outlet that counts as its source: that of the original where the document is a copy, the document itself where the outlet is unknown.';
comment on column incident_reports.is_copy is 'True where its document repeats another one that tells the incident: it counts for nothing.';
comment on column incident_reports.reason is 'alone: no other report was found; alike: by its score; override: a person has put it there.';
comment on column incident_reports.linked_to is 'The event of the incident that it is most alike; null where it is alone.';
comment on column incident_reports.score is 'Likeness to that event: the sum of the parts; null where it is alone.';
comment on column incident_reports.kind_score is 'That of the kinds.';
comment on column incident_reports.place_score is 'That of the places, with their precision.';
comment on column incident_reports.date_score is 'That of the dates, with their precision.';
comment on column incident_reports.actor_score is 'That of the actors.';
comment on column incident_reports.target_score is 'That of the targets.';
comment on column incident_reports.figure_score is 'That of the figures.';
comment on column incident_reports.operation_score is 'That of the operations.';
comment on column incident_reports.wording_score is 'That of the words of headline and sentence.';
comment on column incident_reports.run_id is 'The run that last looked at it.';
comment on column incident_reports.resolved_at is 'When that was.';
