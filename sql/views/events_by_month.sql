-- One row a month and kind. Column events counts what has happened and may be counted; planned, prevented, denied and
-- alleged events and period totals stand beside it and are not part of it. Month is null where the text gives no date.
-- A happening told by several documents counts once for each.
create or replace view events_by_month as
with told as (
    select
        cast(date_trunc('month', events.date_start) as date) as month,
        events.kind,
        events.status,
        events.scope,
        coalesce(events.is_counted, false) as is_counted
    from events
    inner join documents on events.document_id = documents.document_id
    where documents.duplicate_of is null
)

select
    month,
    kind,
    count(*) filter (where is_counted) as events,
    count(*) filter (where scope = 'single' and status = 'planned') as planned,
    count(*) filter (where scope = 'single' and status = 'prevented') as prevented,
    count(*) filter (where scope = 'single' and status = 'denied') as denied,
    count(*) filter (where scope = 'single' and status = 'alleged') as alleged,
    count(*) filter (where scope = 'period_total') as period_totals
from told
group by month, kind
order by month, kind;

comment on view events_by_month is
'One row a month and kind. Column events counts what has happened and may be counted; planned, prevented, denied and alleged events and period totals stand beside it and are not part of it. Month is null where the text gives no date. A happening told by several documents counts once for each.';
comment on column events_by_month.month is 'First day of the month of date_start.';
comment on column events_by_month.kind is 'What happened, by the codebook.';
comment on column events_by_month.events is 'Events that have happened or go on.';
comment on column events_by_month.planned is 'Events that are planned.';
comment on column events_by_month.prevented is 'Events that were prevented.';
comment on column events_by_month.denied is 'Events said not to have happened.';
comment on column events_by_month.alleged is 'Events that only a party claims.';
comment on column events_by_month.period_totals is 'Running or background figures, not events.';
