-- One row a pair of events of two documents that are so alike that they may tell one happening: what incidents are made
-- of. A pair that one incident does not hold was kept apart by a document, a headline, a person or a stronger pair.
create table incident_links (
    event_id uuid not null,
    other_event_id uuid not null,
    score double not null,
    kind_score double not null,
    place_score double not null,
    date_score double not null,
    actor_score double not null,
    target_score double not null,
    figure_score double not null,
    operation_score double not null,
    wording_score double not null,
    run_id uuid not null
);

comment on table incident_links is
'One row a pair of events of two documents that are so alike that they may tell one happening: what incidents are made of. A pair that one incident does not hold was kept apart by a document, a headline, a person or a stronger pair.';
comment on column incident_links.event_id is 'The event with the smaller id.';
comment on column incident_links.other_event_id is 'The event with the greater id.';
comment on column incident_links.score is 'The sum of the parts.';
comment on column incident_links.kind_score is 'That of the kinds.';
comment on column incident_links.place_score is 'That of the places, with their precision.';
comment on column incident_links.date_score is 'That of the dates, with their precision.';
comment on column incident_links.actor_score is 'That of the actors.';
comment on column incident_links.target_score is 'That of the targets.';
comment on column incident_links.figure_score is 'That of the figures.';
comment on column incident_links.operation_score is 'That of the operations.';
comment on column incident_links.wording_score is 'That of the words of headline and sentence.';
comment on column incident_links.run_id is 'The run that compared them.';
