-- How many rows of each relation there are to load, counted as the load finds them: by joining them to their outcome.
-- Where DuckDB has wrong statistics of a table it still counts its rows, and yet no join finds them.
select
    'documents' as relation,
    count(*) as row_count
from staged_documents as staged
semi join staged_documents as owners on staged.outcome = owners.outcome
union all
select
    'events' as relation,
    count(*) as row_count
from staged_events as staged
semi join staged_documents as owners on staged.outcome = owners.outcome
union all
select
    'event_participants' as relation,
    count(*) as row_count
from staged_event_participants as staged
semi join staged_documents as owners on staged.outcome = owners.outcome
union all
select
    'event_places' as relation,
    count(*) as row_count
from staged_event_places as staged
semi join staged_documents as owners on staged.outcome = owners.outcome
union all
select
    'event_quantities' as relation,
    count(*) as row_count
from staged_event_quantities as staged
semi join staged_documents as owners on staged.outcome = owners.outcome
union all
select
    'event_evidence' as relation,
    count(*) as row_count
from staged_event_evidence as staged
semi join staged_documents as owners on staged.outcome = owners.outcome
union all
select
    'mentions' as relation,
    count(*) as row_count
from staged_mentions as staged
semi join staged_documents as owners on staged.outcome = owners.outcome
union all
select
    'rejections' as relation,
    count(*) as row_count
from staged_rejections;
