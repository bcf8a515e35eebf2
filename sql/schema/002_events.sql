-- One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where
-- scope is single, and do not add parts (part_of) to their whole.
create table events (
    event_id uuid not null,
    document_id uuid not null,
    kind varchar not null,
    status varchar not null check (status in ('occurred', 'ongoing', 'planned', 'prevented', 'denied', 'alleged')),
    scope varchar not null check (scope in ('single', 'period_total')),
    date_start date,
    date_end date,
    date_precision varchar not null check (date_precision in ('day', 'week', 'month', 'year', 'unknown')),
    date_wording varchar,
    operation varchar,
    part_of uuid,
    acled_event_type varchar,
    acled_sub_event_type varchar,
    plover_event varchar,
    plover_mode varchar,
    summary varchar not null,
    confidence double not null check (confidence between 0 and 1),
    rule varchar not null,
    ruleset_version varchar not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

comment on table events is
'One row an event as one document tells it. The same happening told by two documents has two rows. Sum only where scope is single, and do not add parts (part_of) to their whole.';
comment on column events.event_id is 'Id of the event.';
comment on column events.document_id is 'The document that tells it.';
comment on column events.kind is 'What happened, by the codebook: armed_clash, arrest and so on.';
comment on column events.status is 'Realis: occurred, ongoing, planned, prevented, denied or alleged.';
comment on column events.scope is 'single for an event, period_total for a running or background figure.';
comment on column events.date_start is 'First day; null where the text gives no anchor.';
comment on column events.date_end is 'Last day; null where the text gives no anchor.';
comment on column events.date_precision is 'How exact the dates are: day, week, month, year or unknown.';
comment on column events.date_wording is 'The words of the text that date it.';
comment on column events.operation is 'Canonical name of the named operation it belongs to.';
comment on column events.part_of is 'The event of the same document that this one is a part of.';
comment on column events.acled_event_type is 'ACLED event type, null where ACLED has none.';
comment on column events.acled_sub_event_type is 'ACLED sub-event type, null where ACLED has none.';
comment on column events.plover_event is 'PLOVER event, null where PLOVER has none.';
comment on column events.plover_mode is 'PLOVER mode, null where PLOVER has none.';
comment on column events.summary is 'One line composed from the slots, not the words of the source.';
comment on column events.confidence is 'Share of events like it that a careful coder has too, from 0 to 1: docs/confidence.md.';
comment on column events.rule is 'The rule that found it.';
comment on column events.ruleset_version is 'Digest of the rules and lexicon that read the document.';
comment on column events.created_at is 'When this event was first loaded.';
comment on column events.updated_at is 'When this event was last loaded.';
