-- One row a month, country and kind: happenings, each counted once however many outlets tell it, with those killed.
-- Incidents that have not happened (planned, prevented, denied, alleged) are left out. In killed_high the least counts
-- of a figure that is open above.
create or replace view incidents_by_month as
select
    cast(date_trunc('month', date_start) as date) as month,
    country_code,
    kind,
    count(*) as incidents,
    count(*) filter (where sources > 1) as told_by_several,
    count(*) filter (where contested) as contested,
    coalesce(sum(killed_low), 0) as killed_low,
    coalesce(sum(killed_best), 0) as killed_best,
    coalesce(sum(killed_high), 0) as killed_high
from incidents
where status in ('occurred', 'ongoing')
group by all
order by month, country_code, kind;

comment on view incidents_by_month is
'One row a month, country and kind: happenings, each counted once however many outlets tell it, with those killed. Incidents that have not happened (planned, prevented, denied, alleged) are left out. In killed_high the least counts of a figure that is open above.';
comment on column incidents_by_month.month is 'First day of the month; null where undated.';
comment on column incidents_by_month.country_code is 'ISO 3166 alpha-3 of the main place; null where unknown.';
comment on column incidents_by_month.kind is 'What happened, by the codebook.';
comment on column incidents_by_month.incidents is 'Happenings.';
comment on column incidents_by_month.told_by_several is 'Those that two or more outlets tell.';
comment on column incidents_by_month.contested is 'Those on whose figures reports disagree.';
comment on column incidents_by_month.killed_low is 'Least number killed.';
comment on column incidents_by_month.killed_best is 'Number killed by the figures that most outlets tell.';
comment on column incidents_by_month.killed_high is 'Greatest number killed that a report tells.';
