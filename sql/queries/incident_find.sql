-- The incidents whose id begins so.
select
    cast(incident_id as varchar) as incident_id,
    summary
from incidents
where starts_with(cast(incident_id as varchar), lower($key))
order by incident_id
limit 10;
