-- The links of events that are gone or read otherwise now go.
create or replace temp table stale as
select incident_reports.event_id
from incident_reports
left join events on incident_reports.event_id = events.event_id
where events.event_id is null or events.updated_at > incident_reports.resolved_at;

delete from incident_links
where event_id in (select event_id from stale) or other_event_id in (select event_id from stale);
