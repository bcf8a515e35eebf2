-- Pages of the load under way that did not become a document, by reason.
with turned_away as (
    select reason from staged_rejections
    union all
    select 'duplicate' as reason from incoming
    where fate = 'duplicate'
)

select
    reason,
    count(*) as pages
from turned_away
group by reason
order by pages desc, reason;
