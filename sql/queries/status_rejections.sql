-- Rejected pages by reason, with the latest of each.
select
    reason,
    count(*) as pages,
    arg_max(source_uri, "at") as for_instance,
    arg_max(detail, "at") as detail
from rejections
group by reason
order by pages desc, reason;
