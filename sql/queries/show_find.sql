-- The events and documents that a key may mean, the surest first: a whole id, source or address, then the stem of a
-- file, its name or more or less of its path, then the beginning of an id. A page of a file that holds many is named
-- after the file, with its number behind a #.
with named as (
    select
        'event' as what,
        event_id as id,
        summary as label,
        cast(event_id as varchar) as whole,
        null as source_uri,
        null as file,
        null as url
    from events
    union all
    select
        'document' as what,
        document_id as id,
        coalesce(title, source_uri) as label,
        cast(document_id as varchar) as whole,
        source_uri,
        regexp_replace(source_uri, '#\d+$', '') as file,
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
            when $key in (parse_filename(source_uri, true), parse_filename(file, true)) then 2
            when $key in (file, parse_filename(file), parse_filename(source_uri)) then 3
            when ends_with($key, '/' || file) or ends_with(file, '/' || $key) then 3
            when starts_with(whole, lower($key)) then 4
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
