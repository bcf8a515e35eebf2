-- Adds the rows of `found` that are not there yet.
insert into fetches by name
select found.* replace (cast(found.fetch_id as uuid) as fetch_id)
from found
anti join fetches on fetches.fetch_id = cast(found.fetch_id as uuid);
