-- One row a figure of an incident whose latest report tells it otherwise than its earliest one: first report and later
-- correction. Figures of a single report, and those without dates of publication, cannot be ordered and are left out.
create or replace view figure_corrections as
select
    figures.incident_id,
    incidents.kind,
    incidents.date_start,
    incidents.place,
    figures.role,
    figures.counted,
    figure(figures.earliest_low, figures.earliest_high) as first_figure,
    figures.earliest_at as first_at,
    nullif(first_report.source, cast(first_report.document_id as varchar)) as first_source,
    figures.earliest_event_id as first_event_id,
    figure(figures.latest_low, figures.latest_high) as last_figure,
    figures.latest_at as last_at,
    nullif(last_report.source, cast(last_report.document_id as varchar)) as last_source,
    figures.latest_event_id as last_event_id,
    figures.latest_low - figures.earliest_low as change,
    figures.best
from incident_figures as figures
inner join incidents on figures.incident_id = incidents.incident_id
inner join incident_reports as first_report on figures.earliest_event_id = first_report.event_id
inner join incident_reports as last_report on figures.latest_event_id = last_report.event_id
where
    figures.earliest_at < figures.latest_at
    and (
        figures.earliest_low is distinct from figures.latest_low
        or figures.earliest_high is distinct from figures.latest_high
    )
order by figures.latest_at desc, figures.incident_id, figures.role, figures.counted;

comment on view figure_corrections is
'One row a figure of an incident whose latest report tells it otherwise than its earliest one: first report and later correction. Figures of a single report, and those without dates of publication, cannot be ordered and are left out.';
comment on column figure_corrections.incident_id is 'The incident.';
comment on column figure_corrections.kind is 'What happened, by the codebook.';
comment on column figure_corrections.date_start is 'First day.';
comment on column figure_corrections.place is 'Main place.';
comment on column figure_corrections.role is 'killed, injured, arrested and so on.';
comment on column figure_corrections.counted is 'Who or what is counted.';
comment on column figure_corrections.first_figure is 'The figure published first, in words.';
comment on column figure_corrections.first_at is 'When that was.';
comment on column figure_corrections.first_source is 'The outlet that told it; null where unknown.';
comment on column figure_corrections.first_event_id is 'The event that tells it.';
comment on column figure_corrections.last_figure is 'The figure published last, in words.';
comment on column figure_corrections.last_at is 'When that was.';
comment on column figure_corrections.last_source is 'The outlet that told it; null where unknown.';
comment on column figure_corrections.last_event_id is 'The event that tells it.';
comment on column figure_corrections.change is 'Least number of the last figure less that of the first.';
comment on column figure_corrections.best is 'Number that most outlets tell.';
