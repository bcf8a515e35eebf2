-- The pairs of events to compare: those of the portion with all that share a block with them. A block that holds more
-- than so many events tells nothing, and sooner so where nothing dates them; of those that share most blocks with an
-- event, and are nearest in time, so many are compared.
create or replace temp table block_keys as
with blocks as (
    select
        key,
        bit_or(lacks) as lacks
    from portion_keys
    group by key
),

keys as (
    select * exclude (kind_group, mark, octad) from event_keys
    union all by name
    select * exclude (kind_group, mark, octad) from portion_keys
)

select distinct
    keys.*,
    events.document_id
from keys
inner join blocks on keys.key = blocks.key
inner join events on keys.event_id = events.event_id
where keys.needs & (keys.lacks | blocks.lacks) = keys.needs;

create or replace temp table candidates as
with roomy as (
    select key from block_keys
    group by key
    having count(*) <= if(min(needs) = 1, $undated, if(min(first_day) is null, $block, $octad))
),

pairs as (
    select
        one.event_id,
        other.event_id as other_event_id,
        count(*) as shared,
        min(abs(one.first_day - other.first_day)) as days_apart
    from portion_keys as one
    semi join roomy on one.key = roomy.key
    inner join events on one.event_id = events.event_id
    inner join block_keys as other on one.key = other.key
    where
        events.document_id != other.document_id
        and one.needs & (one.lacks | other.lacks) = one.needs
        and (one.first_day is null or (one.first_day <= other.last_day and one.last_day >= other.first_day))
    group by all
),

closest as (
    select
        event_id,
        other_event_id
    from pairs
    qualify row_number() over (partition by event_id order by shared desc, days_apart, other_event_id) <= $each
)

select distinct
    least(event_id, other_event_id) as event_id,
    greatest(event_id, other_event_id) as other_event_id
from closest;

create or replace temp table wanted as
select event_id from candidates
union
select other_event_id as event_id from candidates;
