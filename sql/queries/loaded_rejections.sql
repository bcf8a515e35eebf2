-- Pages of the load under way that did not become a document, by reason.
select
    reason,
    count(*) as pages
from (
    select reason from staged_rejections
    union all
    select 'duplicate' as reason from incoming
    where fate = 'duplicate'
)
group by reason
order by pages desc, reason;
