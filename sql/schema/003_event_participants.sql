-- One row a participant of an event in one role. Title wordings have no span.
create table event_participants (
    event_id uuid not null,
    slot_number integer not null,
    role varchar not null check (role in ('actor', 'target', 'supporter', 'claimant', 'source')),
    name varchar not null,
    wording varchar not null,
    category varchar,
    country_code varchar,
    sentence_number integer,
    field varchar check (field in ('text', 'title')),
    char_start integer,
    char_end integer
);

comment on table event_participants is
'One row a participant of an event in one role. Title wordings have no span.';
comment on column event_participants.event_id is 'The event.';
comment on column event_participants.slot_number is 'Place among the participants of the event, from 0.';
comment on column event_participants.role is 'actor, target, supporter, claimant or source.';
comment on column event_participants.name is 'Canonical name.';
comment on column event_participants.wording is 'As the text says it.';
comment on column event_participants.category is 'state_forces, police, coalition, insurgent, militia, government, intergovernmental, civilians or other.';
comment on column event_participants.country_code is 'ISO 3166 alpha-3 of the country it belongs to.';
comment on column event_participants.sentence_number is 'Number of its sentence in the document, from 0.';
comment on column event_participants.field is 'text or title: where the wording stands.';
comment on column event_participants.char_start is 'Offset of the wording in documents.text, from 0; null in the title.';
comment on column event_participants.char_end is 'Offset after the wording; null in the title.';
