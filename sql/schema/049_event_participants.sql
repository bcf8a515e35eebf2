-- One row a participant of an event in one role. Title wordings have no span.
alter table event_participants drop column is_first;

comment on table event_participants is
'One row a participant of an event in one role. Title wordings have no span.';
