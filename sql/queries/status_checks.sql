-- Checks of the last run that was checked, with what they found.
select
    check_name as "check",
    severity,
    found,
    example
from check_results
where found > 0 and run_id = (select arg_max(latest.run_id, latest."at") from check_results as latest)
order by severity, found desc, check_name;
