-- One row an event that the warehouse held at a moment, as it stood then: the columns of `events` but for updated_at,
-- ruleset_version and what can be told from its slots and evidence, and its slots as JSON lists. Events of replaced
-- versions of a document carry the id that it had then.
create or replace macro events_as_of(moment) as table -- noqa: disable=AL03,RF02,RF03
    with changed as (
        select event_id from event_changes
        where "at" > moment
    )

    select
        events.event_id,
        events.document_id,
        events.kind,
        events.status,
        events.scope,
        events.date_start,
        events.date_end,
        events.date_precision,
        events.date_wording,
        events.operation,
        events.part_of,
        events.acled_event_type,
        events.acled_sub_event_type,
        events.plover_event,
        events.plover_mode,
        events.summary,
        events.confidence,
        events.rule,
        events.created_at,
        event_records.participants,
        event_records.places,
        event_records.quantities
    from events
    inner join event_records on events.event_id = event_records.event_id
    anti join changed on events.event_id = changed.event_id
    where events.created_at <= moment
    union all by name
    from events_changed_since(moment);
