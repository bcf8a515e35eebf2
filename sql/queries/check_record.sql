-- Adds what a check found.
insert into check_results by name
select
    $run_id as run_id,
    $check as check_name,
    $severity as severity,
    $holds as holds,
    $found as found,
    $example as example,
    now() as "at";
