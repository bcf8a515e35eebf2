-- One row an incident: one happening, with all reports of it that were found. Figures are of the reports taken
-- together: low and high are the least and the most that a report tells, best is what most sources tell. What was only
-- planned, denied or a figure of a period is no part of an incident that happened.
create table incidents (
    incident_id uuid not null,
    kind varchar not null,
    status varchar not null check (status in ('occurred', 'ongoing', 'planned', 'prevented', 'denied', 'alleged')),
    date_start date,
    date_end date,
    date_precision varchar not null check (date_precision in ('day', 'week', 'month', 'year', 'unknown')),
    place varchar,
    geoname_id bigint,
    admin1 varchar,
    admin2 varchar,
    country_code varchar,
    latitude double,
    longitude double,
    geo_precision integer,
    operation varchar,
    actors varchar[] not null,
    targets varchar[] not null,
    killed_low double,
    killed_best double,
    killed_high double,
    injured_low double,
    injured_best double,
    injured_high double,
    arrested_low double,
    arrested_best double,
    arrested_high double,
    abducted_low double,
    abducted_best double,
    abducted_high double,
    contested boolean not null,
    reports integer not null,
    sources integer not null,
    first_report timestamptz,
    last_report timestamptz,
    confidence double not null check (confidence between 0 and 1),
    summary varchar not null,
    run_id uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

comment on table incidents is
'One row an incident: one happening, with all reports of it that were found. Figures are of the reports taken together: low and high are the least and the most that a report tells, best is what most sources tell. What was only planned, denied or a figure of a period is no part of an incident that happened.';
comment on column incidents.incident_id is 'Id of the incident; it stays when reports join, and is never used again.';
comment on column incidents.kind is 'What happened, by the codebook: the kind that most sources tell, the more telling one where they tie.';
comment on column incidents.status is 'Realis: what most sources tell.';
comment on column incidents.date_start is 'First day, by the most exact dates told; null where no report gives an anchor.';
comment on column incidents.date_end is 'Last day, by the most exact dates told; null where no report gives an anchor.';
comment on column incidents.date_precision is 'How exact the dates are: day, week, month, year or unknown.';
comment on column incidents.place is 'Main place, by the most exact one told.';
comment on column incidents.geoname_id is 'GeoNames id of the main place, where the gazetteer has it.';
comment on column incidents.admin1 is 'Province or governorate of the main place.';
comment on column incidents.admin2 is 'District of the main place.';
comment on column incidents.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column incidents.latitude is 'Degrees north.';
comment on column incidents.longitude is 'Degrees east.';
comment on column incidents.geo_precision is '1 the place itself, 2 its district or the nearest known place, 3 the province, 4 the country.';
comment on column incidents.operation is 'Name of the operation it belongs to.';
comment on column incidents.actors is 'Who did it, the name that most sources tell first.';
comment on column incidents.targets is 'To whom or what, the name that most sources tell first.';
comment on column incidents.killed_low is 'Least number killed that a report tells; null where none has a figure.';
comment on column incidents.killed_best is 'Number killed that most sources tell.';
comment on column incidents.killed_high is 'Greatest number killed that a report tells; null where the least is open above and no report closes it.';
comment on column incidents.injured_low is 'Least number injured that a report tells; null where none has a figure.';
comment on column incidents.injured_best is 'Number injured that most sources tell.';
comment on column incidents.injured_high is 'Greatest number injured that a report tells; null where the least is open above and no report closes it.';
comment on column incidents.arrested_low is 'Least number arrested that a report tells; null where none has a figure.';
comment on column incidents.arrested_best is 'Number arrested that most sources tell.';
comment on column incidents.arrested_high is 'Greatest number arrested that a report tells; null where the least is open above and no report closes it.';
comment on column incidents.abducted_low is 'Least number abducted that a report tells; null where none has a figure.';
comment on column incidents.abducted_best is 'Number abducted that most sources tell.';
comment on column incidents.abducted_high is 'Greatest number abducted that a report tells; null where the least is open above and no report closes it.';
comment on column incidents.contested is 'True where the reports disagree on a figure beyond their wording.';
comment on column incidents.reports is 'Documents that tell it, copies left out.';
comment on column incidents.sources is 'Outlets that tell it; copies count for the outlet they were copied from.';
comment on column incidents.first_report is 'When the earliest report was published; null where none is dated.';
comment on column incidents.last_report is 'When the latest report was published; null where none is dated.';
comment on column incidents.confidence is 'How sure it is that the reports tell one happening: that of the weakest one; 1 for a single report.';
comment on column incidents.summary is 'One line on the incident, of the report that most others are like.';
comment on column incidents.run_id is 'The run that last changed it.';
comment on column incidents.created_at is 'When it was first found.';
comment on column incidents.updated_at is 'When it last changed.';
