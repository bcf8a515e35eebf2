-- One row a silence of an outlet: a week or more, and five times its usual pause, without a published document. A gap
-- may be of the outlet, of the harvest or of what was handed in. Documents without a date of publication are left out;
-- the time since the last document is in as open.
create or replace view coverage_gaps as
with days as (
    select
        outlet(url, canonical_url, site) as outlet,
        cast(published_at as date) as day,
        outlet_name(site, url) as site
    from documents
    where published_at is not null
    group by outlet(url, canonical_url, site), cast(published_at as date)
),

names as (
    select
        outlet,
        outlet_name(site, null) as site
    from days
    group by outlet
),

latest as (
    select max(day) as day from days
),

pauses as (
    select
        days.outlet,
        days.day as last_before,
        lead(days.day) over chain as first_after,
        coalesce(lead(days.day) over chain, latest.day) - days.day as days,
        lead(days.day) over chain is null as is_open
    from days, latest
    window chain as (partition by days.outlet order by days.day)
),

usual as (
    select
        outlet,
        median(days) as usual_days
    from pauses
    where not is_open
    group by outlet
)

select
    names.site,
    pauses.last_before,
    pauses.first_after,
    pauses.days,
    usual.usual_days,
    pauses.is_open
from pauses
inner join usual on pauses.outlet is not distinct from usual.outlet
inner join names on pauses.outlet is not distinct from names.outlet
where pauses.days >= 7 and pauses.days >= 5 * usual.usual_days
order by pauses.days desc, names.site, pauses.last_before;

comment on view coverage_gaps is
'One row a silence of an outlet: a week or more, and five times its usual pause, without a published document. A gap may be of the outlet, of the harvest or of what was handed in. Documents without a date of publication are left out; the time since the last document is in as open.';
comment on column coverage_gaps.site is 'Name or host of the outlet.';
comment on column coverage_gaps.last_before is 'Day of the last document before the gap.';
comment on column coverage_gaps.first_after is 'Day of the first one after it; null where none came yet.';
comment on column coverage_gaps.days is 'Days between them; of an open gap up to the latest day of any outlet.';
comment on column coverage_gaps.usual_days is 'Median of the pauses of this outlet, in days.';
comment on column coverage_gaps.is_open is 'True where no document has come since.';
