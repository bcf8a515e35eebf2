-- The pairs found to be alike come to the links, from the frame registered as found_links.
insert into incident_links by name
select
    found_links.*,
    $run_id as run_id
from found_links
anti join incident_links
    on
        cast(found_links.event_id as uuid) = incident_links.event_id
        and cast(found_links.other_event_id as uuid) = incident_links.other_event_id;
