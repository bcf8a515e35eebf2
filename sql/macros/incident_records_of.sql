-- One row an incident of those in the relation named, which has their ids: all of it with its events and figures as one
-- JSON record. Scores, times of loading and the ids of figures are left out, so that two records are equal where they
-- say the same.
create or replace macro incident_records_of(relation) as table -- noqa: disable=RF02,RF03
    with told as (
        from query_table(relation)
    ),

    events_told as (
        select
            incident_id,
            list(event_id order by event_id) as event_ids
        from incident_reports
        semi join told on incident_reports.incident_id = told.incident_id
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
        semi join told on incident_figures.incident_id = told.incident_id
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
    semi join told on incidents.incident_id = told.incident_id
    inner join events_told on incidents.incident_id = events_told.incident_id
    left join figures on incidents.incident_id = figures.incident_id;
