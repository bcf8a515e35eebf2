-- The incidents that one run found or changed, by whether they are new, and by whether several documents tell them.
select
    count(*) filter (where created_at = updated_at) as new,
    count(*) filter (where created_at < updated_at) as changed,
    count(*) filter (where reports > 1) as told_by_several
from incidents
where run_id = $run_id;
