-- One row a place of an event in one role. An event at several places has several rows; main_places picks one.
alter table event_places add column is_main boolean;

update event_places set is_main = event_places.slot_number = mains.slot_number
from (
    select distinct on (event_id)
        event_id,
        slot_number
    from event_places
    order by event_id, role != 'at', geo_precision nulls last, slot_number
) as mains
where event_places.event_id = mains.event_id;

comment on table event_places is
'One row a place of an event in one role. An event at several places has several rows; main_places picks one.';
comment on column event_places.is_main is 'True for the one place at which the event is put on a map or counted: a place where it happened before one it went from or to, an exact one before a vague one, a first-told one before a later one.';
