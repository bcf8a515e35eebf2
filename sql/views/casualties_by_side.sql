-- One row a month, country and side: people killed and injured in incidents, each happening counted once however many
-- outlets tell it. Sides are civilians, forces (of a state or its allies) and fighters (of armed groups); the rows of
-- side all are the whole toll, with those whose side no report tells: never add them to the others. In high the least
-- counts of a figure that is open above. Alleged, planned, prevented and denied incidents are left out.
create or replace view casualties_by_side as
select
    cast(date_trunc('month', incidents.date_start) as date) as month,
    incidents.country_code,
    figures.counted as side,
    count(distinct incidents.incident_id) as incidents,
    coalesce(sum(figures.low) filter (where figures.role = 'killed'), 0) as killed_low,
    coalesce(sum(figures.best) filter (where figures.role = 'killed'), 0) as killed_best,
    coalesce(sum(figures.high) filter (where figures.role = 'killed'), 0) as killed_high,
    coalesce(sum(figures.low) filter (where figures.role = 'injured'), 0) as injured_low,
    coalesce(sum(figures.best) filter (where figures.role = 'injured'), 0) as injured_best,
    coalesce(sum(figures.high) filter (where figures.role = 'injured'), 0) as injured_high,
    count(*) filter (where figures.contested) as contested
from incident_figures as figures
inner join incidents on figures.incident_id = incidents.incident_id
where
    figures.role in ('killed', 'injured')
    and figures.counted in ('civilians', 'forces', 'fighters', 'all')
    and incidents.status in ('occurred', 'ongoing')
group by all
order by month, incidents.country_code, side;

comment on view casualties_by_side is
'One row a month, country and side: people killed and injured in incidents, each happening counted once however many outlets tell it. Sides are civilians, forces (of a state or its allies) and fighters (of armed groups); the rows of side all are the whole toll, with those whose side no report tells: never add them to the others. In high the least counts of a figure that is open above. Alleged, planned, prevented and denied incidents are left out.';
comment on column casualties_by_side.month is 'First day of the month; null where undated.';
comment on column casualties_by_side.country_code is 'ISO 3166 alpha-3 of the main place; null where unknown.';
comment on column casualties_by_side.side is 'civilians, forces, fighters, or all for the whole toll.';
comment on column casualties_by_side.incidents is 'Incidents with a figure of that side.';
comment on column casualties_by_side.killed_low is 'Least number killed.';
comment on column casualties_by_side.killed_best is 'Number killed by the figures that most outlets tell.';
comment on column casualties_by_side.killed_high is 'Greatest number killed that a report tells.';
comment on column casualties_by_side.injured_low is 'Least number injured.';
comment on column casualties_by_side.injured_best is 'Number injured by the figures that most outlets tell.';
comment on column casualties_by_side.injured_high is 'Greatest number injured that a report tells.';
comment on column casualties_by_side.contested is 'Figures among them on which reports disagree.';
