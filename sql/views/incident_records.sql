-- One row an incident: all of it with its events and figures as one JSON record. Scores, times of loading and the ids of
-- figures are left out, so that two records are equal where they say the same.
create or replace view incident_records as
with events_told as (
    select
        incident_id,
        list(event_id order by event_id) as event_ids
    from incident_reports
    group by incident_id
),

figures as (
    select
        incident_id,
        list(
            json_object(
                'role', role, 'counted', counted, 'low', low, 'best', best, 'high', high, 'contested', contested,
                'sources', sources
            ) order by role, counted
        ) as figures
    from incident_figures
    group by incident_id
)

select
    incidents.incident_id,
    json_object(
        'kind', incidents.kind,
        'status', incidents.status,
        'date_start', incidents.date_start,
        'date_end', incidents.date_end,
        'date_precision', incidents.date_precision,
        'place', incidents.place,
        'admin1', incidents.admin1,
        'country_code', incidents.country_code,
        'operation', incidents.operation,
        'actors', incidents.actors,
        'targets', incidents.targets,
        'figures', figures.figures,
        'contested', incidents.contested,
        'reports', incidents.reports,
        'sources', incidents.sources,
        'summary', incidents.summary,
        'events', events_told.event_ids
    ) as record
from incidents
inner join events_told on incidents.incident_id = events_told.incident_id
left join figures on incidents.incident_id = figures.incident_id;

comment on view incident_records is
'One row an incident: all of it with its events and figures as one JSON record. Scores, times of loading and the ids of figures are left out, so that two records are equal where they say the same.';
comment on column incident_records.incident_id is 'The incident.';
comment on column incident_records.record is 'The incident with its events and figures, as JSON.';
