-- The pairs of events to compare: those of the portion with all that share a block with them. A block that holds more
-- than so many events tells nothing; of those that share most blocks with an event so many are compared.
create or replace temp table portion_keys as
select event_keys.*
from event_keys
semi join portion on event_keys.event_id = portion.event_id;

create or replace temp table block_keys as
select event_keys.*
from event_keys
semi join portion_keys on event_keys.key = portion_keys.key
anti join waiting on event_keys.event_id = waiting.event_id;

create or replace temp table candidates as
with roomy as (
    select key from block_keys
    group by key
    having count(*) <= $block
),

pairs as (
    select
        one.event_id,
        other.event_id as other_event_id,
        count(*) as shared
    from portion_keys as one
    semi join roomy on one.key = roomy.key
    inner join block_keys as other on one.key = other.key
    where one.document_id != other.document_id and one.needs & (one.lacks | other.lacks) = one.needs
    group by all
),

closest as (
    select
        event_id,
        other_event_id
    from pairs
    qualify row_number() over (partition by event_id order by shared desc, other_event_id) <= $each
)

select distinct
    least(event_id, other_event_id) as event_id,
    greatest(event_id, other_event_id) as other_event_id
from closest;

create or replace temp table wanted as
select event_id from candidates
union
select other_event_id as event_id from candidates;
