-- The events and documents that a key may mean, the surest first: a whole id, source or address, then the stem of a
-- file, then the beginning of an id.
with named as (
    select
        'event' as what,
        event_id as id,
        summary as label,
        cast(event_id as varchar) as whole,
        null as source_uri,
        null as url
    from events
    union all
    select
        'document' as what,
        document_id as id,
        coalesce(title, source_uri) as label,
        cast(document_id as varchar) as whole,
        source_uri,
        url
    from documents
),

ranked as (
    select
        what,
        id,
        label,
        case
            when $key in (whole, source_uri, url) then 1
            when parse_filename(source_uri, true) = $key then 2
            when starts_with(whole, lower($key)) then 3
        end as rank
    from named
)

select
    what,
    id,
    label
from ranked
where rank = (select min(sure.rank) from ranked as sure)
order by what, label
limit 10;
