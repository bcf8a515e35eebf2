-- One row an incident with people killed, under the column names of UCDP GED: each happening once, with low, best and
-- high estimates of deaths by side. Side a is the state where there is one. What UCDP decides by knowledge of conflicts
-- and dyads (their ids, the 25 deaths a year) is null or left out: it has to be coded by a person. Incidents of unknown
-- day or place are in, with the precision that says so; those that have not happened are not.
create or replace view ged_events as
with deadly as (
    select *
    from incidents
    where (killed_high > 0 or killed_low > 0) and status in ('occurred', 'ongoing')
),

parties as (
    select actors[1] as name from deadly
    union
    select targets[1] as name from deadly
),

names as (
    select
        event_participants.name,
        mode(event_participants.category) as category
    from event_participants
    semi join parties on event_participants.name = parties.name
    group by event_participants.name
),

deaths as (
    select
        incident_figures.incident_id,
        sum(incident_figures.best) filter (where incident_figures.counted = 'forces') as forces,
        sum(incident_figures.best) filter (where incident_figures.counted = 'fighters') as fighters,
        sum(incident_figures.best) filter (where incident_figures.counted = 'civilians') as civilians
    from incident_figures
    where incident_figures.role = 'killed' and incident_figures.counted in ('forces', 'fighters', 'civilians')
    group by incident_figures.incident_id
),

sided as (
    select
        deadly.*,
        deadly.actors[1] as actor,
        deadly.targets[1] as target,
        coalesce(doer.category in ('state_forces', 'police', 'coalition', 'government'), false) as actor_is_state,
        coalesce(sufferer.category in ('state_forces', 'police', 'coalition', 'government'), false) as target_is_state,
        coalesce(sufferer.category = 'civilians', false) as hits_civilians
    from deadly
    left join names as doer on deadly.actors[1] = doer.name
    left join names as sufferer on deadly.targets[1] = sufferer.name
),

reported as (
    select
        reports.incident_id,
        nullif(
            array_to_string(
                list_sort(list_distinct(list(nullif(reports.source, cast(reports.document_id as varchar))))), '; '
            ), ''
        ) as source_office,
        min(documents.published_at) as source_date,
        arg_min(
            struct_pack(headline := documents.title, article := coalesce(documents.url, documents.source_uri)),
            struct_pack(published := documents.published_at, id := documents.document_id)
        ) as earliest
    from incident_reports as reports
    semi join deadly on reports.incident_id = deadly.incident_id
    inner join documents on reports.document_id = documents.document_id
    where not reports.is_copy
    group by reports.incident_id
)

select
    sided.incident_id as id,
    year(sided.date_start) as year,
    case
        when sided.hits_civilians then 3
        when sided.actor_is_state or sided.target_is_state then 1
        when sided.actor is not null and sided.target is not null then 2
    end as type_of_violence,
    cast(null as integer) as conflict_new_id,
    cast(null as varchar) as conflict_name,
    cast(null as integer) as dyad_new_id,
    if(sided.target_is_state and not sided.actor_is_state, sided.target, sided.actor) as side_a,
    case
        when sided.hits_civilians then 'Civilians'
        when sided.target_is_state and not sided.actor_is_state then sided.actor
        else sided.target
    end as side_b,
    nullif(concat_ws(' - ', side_a, side_b), '') as dyad_name,
    sided.sources as number_of_sources,
    reported.earliest.article as source_article,
    reported.source_office,
    cast(reported.source_date as date) as source_date,
    reported.earliest.headline as source_headline,
    case
        when sided.geo_precision = 1 then 1
        when sided.geo_precision = 2 then 3
        when sided.geo_precision = 3 then 4
        when sided.geo_precision = 4 then 6
    end as where_prec,
    sided.place as where_coordinates,
    sided.admin1 as adm_1,
    sided.admin2 as adm_2,
    sided.latitude,
    sided.longitude,
    if(
        sided.latitude is null or sided.longitude is null, null,
        'POINT (' || sided.longitude || ' ' || sided.latitude || ')'
    ) as geom_wkt,
    cast(floor((sided.latitude + 90) * 2) * 720 + floor((sided.longitude + 180) * 2) + 1 as integer) as priogrid_gid,
    countries.name as country,
    case
        when sided.date_start is null then null
        when sided.date_precision = 'day' and sided.date_start = sided.date_end then 1
        when sided.date_precision = 'day' then 2
        when sided.date_precision = 'week' then 3
        when sided.date_precision = 'month' then 4
        else 5
    end as date_prec,
    sided.date_start,
    sided.date_end,
    if(sided.date_precision in ('day', 'week', 'month') and sided.date_start is not null, 1, 2) as event_clarity,
    if(sided.actor_is_state or sided.target_is_state, coalesce(deaths.forces, 0), 0) as deaths_a,
    if(sided.actor_is_state or sided.target_is_state, coalesce(deaths.fighters, 0), 0) as deaths_b,
    coalesce(deaths.civilians, 0) as deaths_civilians,
    greatest(
        sided.killed_best
        - if(sided.actor_is_state or sided.target_is_state, coalesce(deaths.forces, 0) + coalesce(deaths.fighters, 0), 0)
        - coalesce(deaths.civilians, 0), 0
    ) as deaths_unknown,
    sided.killed_best as best,
    sided.killed_high as high,
    sided.killed_low as low
from sided
left join deaths on sided.incident_id = deaths.incident_id
left join reported on sided.incident_id = reported.incident_id
left join countries on sided.country_code = countries.country_code;

comment on view ged_events is
'One row an incident with people killed, under the column names of UCDP GED: each happening once, with low, best and high estimates of deaths by side. Side a is the state where there is one. What UCDP decides by knowledge of conflicts and dyads (their ids, the 25 deaths a year) is null or left out: it has to be coded by a person. Incidents of unknown day or place are in, with the precision that says so; those that have not happened are not.';
comment on column ged_events.id is 'The incident.';
comment on column ged_events.year is 'Year of date_start.';
comment on column ged_events.type_of_violence is '1 a state takes part, 2 it does not, 3 civilians are the target; null where a side is unknown.';
comment on column ged_events.conflict_new_id is 'Always null: the conflicts are those of UCDP.';
comment on column ged_events.conflict_name is 'Always null.';
comment on column ged_events.dyad_new_id is 'Always null: the dyads are those of UCDP.';
comment on column ged_events.side_a is 'The state where one takes part, else who did it.';
comment on column ged_events.side_b is 'The other side; Civilians where they are the target.';
comment on column ged_events.dyad_name is 'Both sides.';
comment on column ged_events.number_of_sources is 'Outlets that tell it.';
comment on column ged_events.source_article is 'Address of the earliest report, or its file.';
comment on column ged_events.source_office is 'Outlets that tell it; null where none is known.';
comment on column ged_events.source_date is 'When the earliest report was published.';
comment on column ged_events.source_headline is 'Its title.';
comment on column ged_events.where_prec is '1 the place itself, 3 its district or the nearest known place, 4 the province, 6 the country.';
comment on column ged_events.where_coordinates is 'Main place.';
comment on column ged_events.adm_1 is 'Province or governorate.';
comment on column ged_events.adm_2 is 'District.';
comment on column ged_events.latitude is 'Degrees north.';
comment on column ged_events.longitude is 'Degrees east.';
comment on column ged_events.geom_wkt is 'The point as well-known text.';
comment on column ged_events.priogrid_gid is 'Cell of PRIO-GRID that holds the point.';
comment on column ged_events.country is 'Country of the main place.';
comment on column ged_events.date_prec is '1 the day, 2 a few days, 3 the week, 4 the month, 5 the year; null where undated.';
comment on column ged_events.date_start is 'First day.';
comment on column ged_events.date_end is 'Last day.';
comment on column ged_events.event_clarity is '1 where it is dated to the month or better, else 2.';
comment on column ged_events.deaths_a is 'Deaths on side a, by the figures that most outlets tell.';
comment on column ged_events.deaths_b is 'Deaths on side b, by the same.';
comment on column ged_events.deaths_civilians is 'Civilians killed, by the same.';
comment on column ged_events.deaths_unknown is 'Deaths on a side that the reports do not tell.';
comment on column ged_events.best is 'Number killed that most outlets tell.';
comment on column ged_events.high is 'Greatest number killed that a report tells; of a figure that is open above its least counts.';
comment on column ged_events.low is 'Least number killed that a report tells.';
