-- How many rows of each relation there are to load.
select
    'documents' as relation,
    count(*) as row_count
from staged_documents
union all
select
    'events' as relation,
    count(*) as row_count
from staged_events
union all
select
    'event_participants' as relation,
    count(*) as row_count
from staged_event_participants
union all
select
    'event_places' as relation,
    count(*) as row_count
from staged_event_places
union all
select
    'event_quantities' as relation,
    count(*) as row_count
from staged_event_quantities
union all
select
    'event_evidence' as relation,
    count(*) as row_count
from staged_event_evidence
union all
select
    'mentions' as relation,
    count(*) as row_count
from staged_mentions
union all
select
    'rejections' as relation,
    count(*) as row_count
from staged_rejections;
