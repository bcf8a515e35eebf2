-- What became of the incidents that stood before, where it tells in their records.
insert into incident_changes by name
select
    standing.incident_id,
    fates.change,
    $cause as cause,
    fates.other as other_incident_id,
    standing.record as before,
    records.record as after,
    $run_id as run_id,
    now() as "at"
from fates
inner join standing on cast(fates.incident_id as uuid) = standing.incident_id
left join incident_records_of('standing') as records on standing.incident_id = records.incident_id
where standing.record is distinct from records.record;
