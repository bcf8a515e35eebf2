-- One row an event that the warehouse held at a moment, as it stood then: the columns of `events` but for updated_at,
-- ruleset_version and what can be told from its slots, and its slots as JSON lists. Events of replaced versions of a
-- document carry the id that it had then.
create or replace macro events_as_of(moment) as table -- noqa: disable=AL03,RF02
    with next_changes as (
        select distinct on (event_id)
            event_id,
            document_id,
            before as record
        from event_changes
        where "at" > moment
        order by event_id, "at"
    ),

    changed_since as (
        select
            event_id,
            document_id,
            unnest(
                from_json(
                    record,
                    '{
                        "kind": "varchar", "status": "varchar", "scope": "varchar", "date_start": "date",
                        "date_end": "date", "date_precision": "varchar", "date_wording": "varchar",
                        "operation": "varchar", "part_of": "uuid", "acled_event_type": "varchar",
                        "acled_sub_event_type": "varchar", "plover_event": "varchar", "plover_mode": "varchar",
                        "summary": "varchar", "confidence": "double", "rule": "varchar", "created_at": "timestamptz",
                        "participants": "json", "places": "json", "quantities": "json"
                    }'
                )
            )
        from next_changes
        where record is not null
    ),

    unchanged_since as (
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
        anti join next_changes on events.event_id = next_changes.event_id
        where events.created_at <= moment
    )

    from unchanged_since
    union all by name
    from changed_since
    where created_at <= moment;
