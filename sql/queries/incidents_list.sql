-- The incidents that several documents tell, the latest first.
select
    left(cast(incident_id as varchar), 8) as incident,
    date_start,
    kind,
    place,
    country_code,
    reports,
    sources,
    figure(killed_low, killed_high) as killed,
    contested,
    round(confidence, 2) as confidence,
    summary
from incidents
where reports > 1
order by date_start desc nulls last, first_report desc nulls last, incident_id
limit $most;
