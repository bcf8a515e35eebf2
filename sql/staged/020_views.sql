-- The rows handed in, cast to the types of their relation, read from their files whenever they are asked for: a copy of
-- them would cost as much as the load itself. Outcomes are named in the order in which they were handed in.
create temp view staged_documents as
select
    staged.* replace (
        cast(staged.document_id as uuid) as document_id,
        cast(staged.page_id as uuid) as page_id
    )
from read_parquet(getvariable('documents_files')) as staged;

create temp view staged_events as
select
    staged.* replace (
        cast(staged.event_id as uuid) as event_id,
        cast(staged.document_id as uuid) as document_id,
        cast(staged.part_of as uuid) as part_of
    )
from read_parquet(getvariable('events_files')) as staged;

create temp view staged_event_participants as
select staged.* replace (cast(staged.event_id as uuid) as event_id)
from read_parquet(getvariable('event_participants_files')) as staged;

create temp view staged_event_places as
select staged.* replace (cast(staged.event_id as uuid) as event_id)
from read_parquet(getvariable('event_places_files')) as staged;

create temp view staged_event_quantities as
select staged.* replace (cast(staged.event_id as uuid) as event_id)
from read_parquet(getvariable('event_quantities_files')) as staged;

create temp view staged_event_evidence as
select staged.* replace (cast(staged.event_id as uuid) as event_id)
from read_parquet(getvariable('event_evidence_files')) as staged;

create temp view staged_mentions as
select
    staged.* replace (
        cast(staged.document_id as uuid) as document_id,
        cast(staged.mention_id as uuid) as mention_id,
        cast(staged.entity_id as uuid) as entity_id
    )
from read_parquet(getvariable('mentions_files')) as staged;

create temp view staged_rejections as
select staged.* replace (cast(staged.page_id as uuid) as page_id)
from read_parquet(getvariable('rejections_files')) as staged;
