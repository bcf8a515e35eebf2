-- How many documents there are, and when the last load ended.
select
    (select count(*) from documents) as documents,
    (select max(ended_at) from runs) as last_load;
