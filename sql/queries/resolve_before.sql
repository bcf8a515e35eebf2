-- The incident of each event of the incidents that stand, events that are gone included.
select
    cast(incident_reports.event_id as varchar) as event_id,
    cast(incident_reports.incident_id as varchar) as incident_id
from incident_reports
semi join standing on incident_reports.incident_id = standing.incident_id;
