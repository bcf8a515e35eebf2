-- Temporary tables for the rows handed in: the columns of their relation, and the outcome that a row belongs to. They
-- are made before the transaction of the load: where an empty table is made from a query and filled with more than a
-- row group in one transaction, DuckDB 2.0.0 keeps its empty statistics and reads nothing from it.
create temp table staged_documents as
select
    cast(null as varchar) as outcome,
    cast(null as bigint) as staged_order,
    documents.*
from documents
where false;

create temp table staged_events as
select
    cast(null as varchar) as outcome,
    events.*
from events
where false;

create temp table staged_event_participants as
select
    cast(null as varchar) as outcome,
    event_participants.*
from event_participants
where false;

create temp table staged_event_places as
select
    cast(null as varchar) as outcome,
    event_places.*
from event_places
where false;

create temp table staged_event_quantities as
select
    cast(null as varchar) as outcome,
    event_quantities.*
from event_quantities
where false;

create temp table staged_event_evidence as
select
    cast(null as varchar) as outcome,
    event_evidence.*
from event_evidence
where false;

create temp table staged_mentions as
select
    cast(null as varchar) as outcome,
    mentions.*
from mentions
where false;

create temp table staged_rejections as
select
    cast(null as varchar) as outcome,
    rejections.*
from rejections
where false;
