-- Events that the load under way added, removed or changed in documents that were read anew, by kind; the changed ones
-- also by each slot that differs.
with changes as (
    select
        coalesce(after ->> '$.kind', before ->> '$.kind') as kind,
        change,
        before,
        after
    from event_changes
    where run_id = $run_id
),

slots as (
    select
        kind,
        change,
        before,
        after,
        unnest(json_keys(after)) as slot
    from changes
    where change = 'changed'
)

select
    kind,
    change,
    cast(null as varchar) as slot,
    count(*) as events
from changes
group by all
union all
select
    kind,
    change,
    slot,
    count(*) as events
from slots
where json_extract(before, '$.' || slot) is distinct from json_extract(after, '$.' || slot)
group by all
order by kind, change, slot nulls first;
