-- One row an outlet: how early it tells of incidents, how often alone, and how often others contradict it. Copies count
-- for nothing, and documents of unknown outlets are left out. An outlet is contradicted where an incident is contested
-- and its own figure is not the one that most tell; of what it tells alone nobody can say. Lag is counted from the
-- first report of any outlet, and only where incidents have several.
create or replace view source_records as
with told as (
    select
        reports.source,
        reports.incident_id,
        min(documents.published_at) as told_at
    from incident_reports as reports
    inner join documents on reports.document_id = documents.document_id
    where not reports.is_copy and reports.source != cast(reports.document_id as varchar)
    group by reports.source, reports.incident_id
),

contested as (
    select
        incident_id,
        role,
        best
    from incident_figures
    where contested and counted = 'all' and best is not null
),

told_figures as (
    select
        reports.source,
        reports.incident_id,
        quantity.role,
        any_value(contested.best) as best,
        sum(quantity.low) as low,
        if(bool_or(quantity.high is null), null, sum(quantity.high)) as high
    from incident_reports as reports
    inner join contested on reports.incident_id = contested.incident_id
    inner join event_quantities as quantity
        on reports.event_id = quantity.event_id and contested.role = quantity.role
    where not reports.is_copy
    group by reports.source, reports.incident_id, reports.event_id, quantity.role
),

contradicted as (
    select distinct
        source,
        incident_id
    from told_figures
    where low > best or high < best
)

select
    told.source,
    count(*) as incidents,
    count(*) filter (where incidents.sources = 1) as alone,
    round(100 * count(*) filter (where incidents.sources = 1) / count(*), 1) as alone_percent,
    count(*) filter (where incidents.sources > 1 and told.told_at = incidents.first_report) as first,
    round(
        median(epoch(told.told_at) - epoch(incidents.first_report)) filter (where incidents.sources > 1) / 3600, 1
    ) as median_lag_hours,
    count(*) filter (where incidents.contested) as in_contested,
    count(contradicted.incident_id) as contradicted,
    min(told.told_at) as first_told_at,
    max(told.told_at) as last_told_at
from told
inner join incidents on told.incident_id = incidents.incident_id
left join contradicted on told.source = contradicted.source and told.incident_id = contradicted.incident_id
group by told.source
order by incidents desc, told.source;

comment on view source_records is
'One row an outlet: how early it tells of incidents, how often alone, and how often others contradict it. Copies count for nothing, and documents of unknown outlets are left out. An outlet is contradicted where an incident is contested and its own figure is not the one that most tell; of what it tells alone nobody can say. Lag is counted from the first report of any outlet, and only where incidents have several.';
comment on column source_records.source is 'The outlet, as incident_reports names it.';
comment on column source_records.incidents is 'Incidents that it tells.';
comment on column source_records.alone is 'Those that no other outlet tells.';
comment on column source_records.alone_percent is 'The same in per cent of its incidents.';
comment on column source_records.first is 'Incidents of several outlets of which it has the earliest report.';
comment on column source_records.median_lag_hours is 'Half of its reports of such incidents come within so many hours of the earliest; null where no report is dated.';
comment on column source_records.in_contested is 'Its incidents with a contested figure.';
comment on column source_records.contradicted is 'Incidents of which it tells a figure that excludes the one that most tell.';
comment on column source_records.first_told_at is 'When its first report was published.';
comment on column source_records.last_told_at is 'When its last report was published.';
