-- New events of the load under way, by kind.
select
    kind,
    count(*) as events
from new_events
group by kind
order by events desc, kind;
