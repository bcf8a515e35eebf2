-- One row an incident: all of it with its events and figures as one JSON record. Scores, times of loading and the ids of
-- figures are left out, so that two records are equal where they say the same.
create or replace view incident_records as
select
    incident_id,
    record
from incident_records_of('incidents');

comment on view incident_records is
'One row an incident: all of it with its events and figures as one JSON record. Scores, times of loading and the ids of figures are left out, so that two records are equal where they say the same.';
comment on column incident_records.incident_id is 'The incident.';
comment on column incident_records.record is 'The incident with its events and figures, as JSON.';
