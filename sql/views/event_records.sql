-- One row an event: all of it with its slots as one JSON record. Times of loading and evidence are left out, so that
-- two records are equal where they say the same.
create or replace view event_records as
select
    events.event_id,
    events.document_id,
    to_json({
        kind: events.kind,
        status: events.status,
        scope: events.scope,
        date_start: events.date_start,
        date_end: events.date_end,
        date_precision: events.date_precision,
        operation: events.operation,
        part_of: events.part_of,
        summary: events.summary,
        participants: (
            select
                list(
                    {role: slot.role, name: slot.name, wording: slot.wording, category: slot.category}
                    order by slot.slot_number
                )
            from event_participants as slot
            where slot.event_id = events.event_id
        ),
        places: (
            select
                list(
                    {
                        role: slot.role,
                        name: slot.name,
                        wording: slot.wording,
                        geoname_id: slot.geoname_id,
                        admin1: slot.admin1,
                        country_code: slot.country_code,
                        geo_precision: slot.geo_precision
                    }
                    order by slot.slot_number
                )
            from event_places as slot
            where slot.event_id = events.event_id
        ),
        quantities: (
            select
                list(
                    {
                        role: slot.role,
                        low: slot.low,
                        high: slot.high,
                        counted: slot.counted,
                        wording: slot.wording
                    }
                    order by slot.slot_number
                )
            from event_quantities as slot
            where slot.event_id = events.event_id
        )
    }) as record
from events;

comment on view event_records is
'One row an event: all of it with its slots as one JSON record. Times of loading and evidence are left out, so that two records are equal where they say the same.';
comment on column event_records.event_id is 'The event.';
comment on column event_records.document_id is 'The document that tells it.';
comment on column event_records.record is 'The event with its participants, places and quantities, as JSON.';
