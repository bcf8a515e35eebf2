-- One row an incident that a report came to since a moment: what is news, with the times of its first and last new report
-- in the warehouse.
create or replace macro incidents_since(moment) as table -- noqa: disable=AL03,RF02,RF03
    select
        incident_reports.incident_id,
        count(*) as new_reports,
        min(events.created_at) as first_came_at,
        max(events.created_at) as last_came_at
    from incident_reports
    inner join events on incident_reports.event_id = events.event_id
    where events.created_at >= moment
    group by incident_reports.incident_id;
