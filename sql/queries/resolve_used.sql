-- Which of the ids are, or were, those of an incident.
with wanted_ids as (
    select unnest(cast($ids as uuid[])) as incident_id
)

select cast(incidents.incident_id as varchar) as incident_id
from incidents
semi join wanted_ids on incidents.incident_id = wanted_ids.incident_id
union
select cast(incident_changes.incident_id as varchar) as incident_id
from incident_changes
semi join wanted_ids on incident_changes.incident_id = wanted_ids.incident_id;
