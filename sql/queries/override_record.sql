-- What is said of each of these pairs.
insert into incident_overrides by name
select
    cast(unnest($ones) as uuid) as event_id,
    cast(unnest($others) as uuid) as other_event_id,
    $verdict as verdict,
    now() as created_at;
