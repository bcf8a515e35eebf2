-- The incidents found, with their reports and figures, from the frames registered under these names.
insert into incidents by name
select
    found_incidents.*,
    $run_id as run_id,
    coalesce(standing.created_at, now()) as created_at,
    now() as updated_at
from found_incidents
left join standing on cast(found_incidents.incident_id as uuid) = standing.incident_id;

insert into incident_reports by name
select
    found_reports.*,
    $run_id as run_id,
    now() as resolved_at
from found_reports;

insert into incident_figures by name
select found_figures.*
from found_figures;
