-- Every event is an incident of its own that an earlier run has seen to.
insert into incidents by name
select
    event_id as incident_id, kind, status, date_precision, [] as actors, [] as targets, false as contested, 1 as reports,
    1 as sources, 1 as confidence, summary, cast(md5('run') as uuid) as run_id, now() as created_at, now() as updated_at
from events;

insert into incident_reports by name
select
    event_id as incident_id, event_id, document_id, 'outlet' as source, false as is_copy, 'alone' as reason,
    cast(md5('run') as uuid) as run_id, now() as resolved_at
from events;

insert into document_bands by name
select document_id, [] as bands from documents;
