-- One row a period (week from Monday, or month), country and kind: counted events, with the change from the period
-- before. Periods without events in between count 0. Undated events, and those dated to less than the period, are left
-- out; the last period may be incomplete. A happening told by several documents counts once for each.
create or replace view trends as
with told as (
    select
        country_code,
        kind,
        date_start,
        date_precision
    from counted_events
    where date_start is not null and date_precision in ('day', 'week', 'month')
),

counts as (
    select
        'week' as period,
        cast(date_trunc('week', date_start) as date) as starts,
        country_code,
        kind,
        count(*) as events
    from told
    where date_precision in ('day', 'week')
    group by all
    union all
    select
        'month' as period,
        cast(date_trunc('month', date_start) as date) as starts,
        country_code,
        kind,
        count(*) as events
    from told
    group by all
),

spans as (
    select
        period,
        country_code,
        kind,
        unnest(
            generate_series(
                min(starts), max(starts), if(period = 'week', interval 7 days, interval 1 month)
            )
        ) as starts
    from counts
    group by period, country_code, kind
),

filled as (
    select
        spans.period,
        cast(spans.starts as date) as starts,
        spans.country_code,
        spans.kind,
        coalesce(counts.events, 0) as events
    from spans
    left join counts
        on
            spans.period = counts.period
            and cast(spans.starts as date) = counts.starts
            and spans.kind = counts.kind
            and spans.country_code is not distinct from counts.country_code
),

compared as (
    select
        *,
        lag(events) over (partition by period, country_code, kind order by starts) as events_before
    from filled
)

select
    period,
    starts,
    country_code,
    kind,
    events,
    events_before,
    events - events_before as change,
    if(events_before = 0, null, round(100 * (events - events_before) / events_before, 1)) as change_percent
from compared;

comment on view trends is
'One row a period (week from Monday, or month), country and kind: counted events, with the change from the period before. Periods without events in between count 0. Undated events, and those dated to less than the period, are left out; the last period may be incomplete. A happening told by several documents counts once for each.';
comment on column trends.period is 'week or month.';
comment on column trends.starts is 'First day of the period.';
comment on column trends.country_code is 'ISO 3166 alpha-3 of the main place; null where unknown.';
comment on column trends.kind is 'What happened, by the codebook.';
comment on column trends.events is 'Events in the period.';
comment on column trends.events_before is 'Events in the period before; null in the first one.';
comment on column trends.change is 'Difference to the period before.';
comment on column trends.change_percent is 'The same in per cent of the period before; null where that had none.';
