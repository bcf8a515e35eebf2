-- The pairs of events to compare: those of the portion with all that share a block with them. A block that holds more
-- than so many events tells nothing, and sooner so where nothing dates them; of those that share most blocks with an
-- event so many are compared.
create or replace temp view dated_events as
select
    event_id,
    date_start is null or date_end - date_start > 31 as undated,
    datediff('day', date '1970-01-01', date_start)
    - if(date_precision = 'week' and date_start = date_end, 7, 0) as first_day,
    datediff('day', date '1970-01-01', date_end) + 1 as last_day
from events
where scope = 'single';

create or replace temp table keyed_events as
select
    dated_events.event_id,
    dated_events.undated,
    if(dated_events.undated, [], range(dated_events.first_day, dated_events.last_day + 1)) as days
from dated_events
semi join portion on dated_events.event_id = portion.event_id;

create or replace temp table portion_keys as
select distinct * from event_keys;

create or replace temp table keyed_events as
with span as (
    select
        min(dated_events.first_day) as first_day,
        max(dated_events.last_day) as last_day,
        bool_or(dated_events.undated) as undated
    from dated_events
    semi join portion on dated_events.event_id = portion.event_id
)

select
    dated_events.event_id,
    dated_events.undated,
    if(
        dated_events.undated or dated_events.first_day > span.last_day or dated_events.last_day < span.first_day,
        [],
        range(dated_events.first_day, dated_events.last_day + 1)
    ) as days
from dated_events
cross join span
anti join waiting on dated_events.event_id = waiting.event_id
anti join portion on dated_events.event_id = portion.event_id
where
    span.undated
    or dated_events.undated
    or (dated_events.first_day <= span.last_day and dated_events.last_day >= span.first_day);

create or replace temp table block_keys as
with blocks as (
    select
        key,
        bit_or(lacks) as lacks
    from portion_keys
    group by key
),

keys as (
    select * from portion_keys
    union all
    select distinct * from event_keys
)

select keys.*
from keys
inner join blocks on keys.key = blocks.key
where keys.needs & (keys.lacks | blocks.lacks) = keys.needs;

create or replace temp table candidates as
with roomy as (
    select key from block_keys
    group by key
    having count(*) <= if(min(needs) = 1, $undated, $block)
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
