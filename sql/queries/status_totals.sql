-- What the warehouse holds, as pairs of name and value.
with holdings as (
    select
        count(*) as documents,
        count(duplicate_of) as copies,
        count(distinct site) as outlets,
        cast(min(published_at) as date) as first_published,
        cast(max(published_at) as date) as last_published
    from documents
),

tellings as (
    select
        count(*) as events,
        min(date_start) as first_date,
        max(date_end) as last_date,
        count(*) filter (where date_start is null) as undated
    from events
),

loads as (
    select strftime(max(ended_at), '%Y-%m-%d %H:%M:%S UTC') as loaded from runs
)

select
    loads.loaded as last_loaded,
    holdings.documents,
    holdings.copies as of_them_copies,
    holdings.outlets,
    concat_ws(' to ', holdings.first_published, holdings.last_published) as published,
    tellings.events,
    concat_ws(' to ', tellings.first_date, tellings.last_date) as events_dated,
    tellings.undated as events_undated
from holdings, tellings, loads;
