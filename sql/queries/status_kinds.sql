-- Events by kind, with those that have not happened and the figures of whole periods set apart.
select
    kind,
    count(*) filter (where is_countable(status, scope)) as events,
    count(*) filter (where not is_countable(status, scope) and scope = 'single') as not_happened,
    count(*) filter (where scope = 'period_total') as period_totals,
    min(date_start) as first,
    max(date_end) as last
from events
group by kind
order by events desc, kind;
