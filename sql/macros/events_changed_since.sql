-- One row an event that has changed or gone since a moment, as it stood then: what `events_as_of` has of them.
create or replace macro events_changed_since(moment) as table -- noqa: disable=AL03,RF02
    with next_changes as (
        select distinct on (event_id)
            event_id,
            document_id,
            before as record
        from event_changes
        where "at" > moment
        order by event_id, "at"
    ),

    stood as (
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
    )

    select *
    from stood
    where created_at <= moment;
