-- One row a figure of an incident: a role, and who or what is counted. Figures of whole periods are left out. Do not
-- add the rows of people to those of civilians, forces and fighters: they are of reports that do not tell these apart.
create table incident_figures (
    incident_id uuid not null,
    role varchar not null,
    counted varchar not null,
    low double,
    best double,
    high double,
    contested boolean not null,
    sources integer not null,
    best_sources integer not null,
    told struct(low double, high double, sources integer)[] not null,
    earliest_low double,
    earliest_high double,
    earliest_at timestamptz,
    earliest_event_id uuid not null,
    latest_low double,
    latest_high double,
    latest_at timestamptz,
    latest_event_id uuid not null
);

comment on table incident_figures is
'One row a figure of an incident: a role, and who or what is counted. Figures of whole periods are left out. Do not add the rows of people to those of civilians, forces and fighters: they are of reports that do not tell these apart.';
comment on column incident_figures.incident_id is 'The incident.';
comment on column incident_figures.role is 'killed, injured, arrested, seized, destroyed and so on, by the codebook.';
comment on column incident_figures.counted is 'Who or what is counted: fighters, forces, civilians, people (unsaid, or of several sides), else the thing.';
comment on column incident_figures.low is 'Least number that a report tells; null where none says.';
comment on column incident_figures.best is 'Number that most sources tell; where they tie that of the latest, then the lower one.';
comment on column incident_figures.high is 'Greatest number that a report tells; null where it is open.';
comment on column incident_figures.contested is 'True where two reports disagree beyond their wording: at least 10 agrees with 12, 10 does not.';
comment on column incident_figures.sources is 'Sources that tell a figure.';
comment on column incident_figures.best_sources is 'Sources whose figure agrees with best.';
comment on column incident_figures.told is 'Each figure that is told and by how many sources, the most told first.';
comment on column incident_figures.earliest_low is 'Low of the figure that was published first.';
comment on column incident_figures.earliest_high is 'High of the figure that was published first; null where open.';
comment on column incident_figures.earliest_at is 'When that was; null where no report is dated.';
comment on column incident_figures.earliest_event_id is 'The event that tells it.';
comment on column incident_figures.latest_low is 'Low of the figure that was published last.';
comment on column incident_figures.latest_high is 'High of the figure that was published last; null where open.';
comment on column incident_figures.latest_at is 'When that was; null where no report is dated.';
comment on column incident_figures.latest_event_id is 'The event that tells it.';
