-- The blocks that the events of the portion are in, and the other events that are, or may be, in one of them: all the
-- rest, most of a warehouse, needs no keys. What a transaction puts aside stays until it ends, so little is. Blocks without a day that are too large to tell anything go at once.
create or replace temp table keyed_events as
select
    event_id,
    true as by_day
from portion;

create or replace temp table portion_keys as
select distinct * from event_keys;

create or replace temp view portion_blocks as
select
    kind_group,
    mark,
    octad,
    needs,
    bit_or(lacks) as lacks
from portion_keys
group by kind_group, mark, octad, needs;

create or replace temp table met_anytime as
with marked as (
    select lasting_marks.*
    from lasting_marks
    where
        lasting_marks.needs = 0
        or lasting_marks.mark in (
            select portion_keys.mark
            from portion_keys
            where portion_keys.octad is null and portion_keys.lacks & 1 = 1
        )
    union
    select lasting_marks.*
    from lasting_marks
    semi join dated_events on lasting_marks.event_id = dated_events.event_id and dated_events.undated
)

select
    marked.event_id,
    portion_blocks.kind_group,
    portion_blocks.mark,
    portion_blocks.needs
from marked
inner join dated_events on marked.event_id = dated_events.event_id
inner join kind_groups on dated_events.kind = kind_groups.kind
inner join portion_blocks
    on
        kind_groups.kind_group = portion_blocks.kind_group
        and marked.mark = portion_blocks.mark
        and marked.needs = portion_blocks.needs
anti join waiting on marked.event_id = waiting.event_id
anti join portion on marked.event_id = portion.event_id
where
    portion_blocks.octad is null
    and (portion_blocks.needs = 0 or dated_events.undated or portion_blocks.lacks & 1 = 1);

create or replace temp table crowded as
select
    kind_group,
    mark,
    needs
from met_anytime
group by kind_group, mark, needs
having count(*) > if(needs = 1, $undated, $block);

delete from portion_keys
using crowded
where
    portion_keys.octad is null
    and portion_keys.kind_group = crowded.kind_group
    and portion_keys.mark = crowded.mark
    and portion_keys.needs = crowded.needs;

create or replace temp table keyed_events as
with span as (
    select
        min(first_day) as first_day,
        max(last_day) as last_day
    from portion_keys
),

near as (
    select
        dated_events.event_id,
        dated_events.may_lack,
        kind_groups.kind_group,
        unnest(range(dated_events.first_day // 8, dated_events.last_day // 8 + 1)) as octad
    from dated_events
    cross join span
    inner join kind_groups on dated_events.kind = kind_groups.kind
    where
        not dated_events.undated
        and dated_events.first_day <= span.last_day and dated_events.last_day >= span.first_day
),

others as (
    select
        near.event_id,
        true as by_day
    from near
    inner join daily_marks on near.event_id = daily_marks.event_id
    semi join portion_blocks
        on
            near.kind_group = portion_blocks.kind_group
            and near.octad = portion_blocks.octad
            and daily_marks.mark = portion_blocks.mark
            and daily_marks.needs = portion_blocks.needs
            and daily_marks.needs & (near.may_lack | portion_blocks.lacks) = daily_marks.needs
    union all
    select
        met_anytime.event_id,
        false as by_day
    from met_anytime
    anti join crowded
        on
            met_anytime.kind_group = crowded.kind_group
            and met_anytime.mark = crowded.mark
            and met_anytime.needs = crowded.needs
)

select
    others.event_id,
    bool_or(others.by_day) as by_day
from others
anti join waiting on others.event_id = waiting.event_id
anti join portion on others.event_id = portion.event_id
group by others.event_id;
