-- One row a figure of an event: a range, open where null. "Killed or wounded" is role killed with includes_injured.
create table event_quantities (
    event_id uuid not null,
    slot_number integer not null,
    role varchar not null,
    low double,
    high double,
    approximate boolean not null,
    includes_injured boolean not null,
    counted varchar,
    wording varchar not null,
    sentence_number integer,
    field varchar check (field in ('text', 'title')),
    char_start integer,
    char_end integer
);

comment on table event_quantities is
'One row a figure of an event: a range, open where null. "Killed or wounded" is role killed with includes_injured.';
comment on column event_quantities.event_id is 'The event.';
comment on column event_quantities.slot_number is 'Place among the quantities of the event, from 0.';
comment on column event_quantities.role is 'killed, injured, arrested, seized, destroyed and so on, by the codebook.';
comment on column event_quantities.low is 'The lowest figure that the wording supports.';
comment on column event_quantities.high is 'The highest figure that the wording supports.';
comment on column event_quantities.approximate is 'True for about, some, nearly.';
comment on column event_quantities.includes_injured is 'True for killed or wounded in one figure.';
comment on column event_quantities.counted is 'Who or what is counted.';
comment on column event_quantities.wording is 'As the text says it.';
comment on column event_quantities.sentence_number is 'Number of its sentence in the document, from 0.';
comment on column event_quantities.field is 'text or title: where the wording stands.';
comment on column event_quantities.char_start is 'Offset of the wording in documents.text, from 0; null in the title.';
comment on column event_quantities.char_end is 'Offset after the wording; null in the title.';
