-- One row a participant of an event in one role. Title wordings have no span.
alter table event_participants add column is_first boolean;

update event_participants set is_first = event_participants.slot_number = firsts.slot_number
from (
    select
        event_id,
        role,
        min(slot_number) as slot_number
    from event_participants
    group by event_id, role
) as firsts
where event_participants.event_id = firsts.event_id and event_participants.role = firsts.role;

comment on table event_participants is
'One row a participant of an event in one role. Title wordings have no span.';
comment on column event_participants.is_first is 'True for the first of its role in the event.';
