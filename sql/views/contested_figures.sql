-- One row a figure on which the reports of an incident disagree beyond their wording: what each says and how many
-- outlets say it. Counted says of whom: all together, or one side; do not add rows up.
create or replace view contested_figures as
select
    figures.incident_id,
    incidents.kind,
    incidents.date_start,
    incidents.country_code,
    incidents.admin1,
    incidents.place,
    figures.role,
    figures.counted,
    figures.low,
    figures.best,
    figures.high,
    figures.sources,
    figures.best_sources,
    figures.told,
    figures.earliest_low,
    figures.latest_low,
    incidents.summary
from incident_figures as figures
inner join incidents on figures.incident_id = incidents.incident_id
where figures.contested
order by figures.sources desc, incidents.date_start desc nulls last, figures.incident_id, figures.role, figures.counted;

comment on view contested_figures is
'One row a figure on which the reports of an incident disagree beyond their wording: what each says and how many outlets say it. Counted says of whom: all together, or one side; do not add rows up.';
comment on column contested_figures.incident_id is 'The incident.';
comment on column contested_figures.kind is 'What happened, by the codebook.';
comment on column contested_figures.date_start is 'First day.';
comment on column contested_figures.country_code is 'ISO 3166 alpha-3 of the main place.';
comment on column contested_figures.admin1 is 'Province or governorate of the main place.';
comment on column contested_figures.place is 'Main place.';
comment on column contested_figures.role is 'killed, injured, arrested and so on.';
comment on column contested_figures.counted is 'Who or what is counted.';
comment on column contested_figures.low is 'Least number that a report tells.';
comment on column contested_figures.best is 'Number that most outlets tell.';
comment on column contested_figures.high is 'Greatest number that a report tells; of a figure that is open above its least counts.';
comment on column contested_figures.sources is 'Outlets that tell a figure.';
comment on column contested_figures.best_sources is 'Outlets whose figure agrees with best.';
comment on column contested_figures.told is 'Each figure that is told and by how many outlets.';
comment on column contested_figures.earliest_low is 'Least number of the figure published first.';
comment on column contested_figures.latest_low is 'Least number of the figure published last.';
comment on column contested_figures.summary is 'One line on the incident.';
