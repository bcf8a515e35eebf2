-- The rows handed in, cast to the types of their relation.
insert into staged_documents by name
select
    staged.*,
    row_number() over () as staged_order
from read_parquet($documents) as staged;

insert into staged_events by name
select staged.*
from read_parquet($events) as staged;

insert into staged_event_participants by name
select staged.*
from read_parquet($event_participants) as staged;

insert into staged_event_places by name
select staged.*
from read_parquet($event_places) as staged;

insert into staged_event_quantities by name
select staged.*
from read_parquet($event_quantities) as staged;

insert into staged_event_evidence by name
select staged.*
from read_parquet($event_evidence) as staged;

insert into staged_mentions by name
select staged.*
from read_parquet($mentions) as staged;

insert into staged_rejections by name
select staged.*
from read_parquet($rejections) as staged;
