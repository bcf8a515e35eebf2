-- The events that no run has looked at as they are now, and those that a person has just ruled on. Figures of a whole
-- period tell no happening.
create or replace temp table waiting as
select
    events.event_id,
    events.document_id
from events
inner join documents on events.document_id = documents.document_id
left join incident_reports on events.event_id = incident_reports.event_id
where
    events.scope = 'single'
    and (
        list_contains(cast($ruled as uuid[]), events.event_id)
        or incident_reports.event_id is null
        or events.updated_at > incident_reports.resolved_at
        or incident_reports.is_copy != (documents.duplicate_of is not null)
    );
