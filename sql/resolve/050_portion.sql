-- So many of the waiting events as are resolved in one go.
create or replace temp table portion as
select event_id from waiting
order by event_id
limit $most;

delete from waiting
where event_id in (select event_id from portion);
