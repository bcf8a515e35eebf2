-- New events of the load under way, by kind: those that its transaction has made.
select
    kind,
    count(*) as events
from events
where created_at = now()
group by kind
order by events desc, kind;
