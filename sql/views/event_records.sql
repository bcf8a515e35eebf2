-- One row an event: all of it with its slots as one JSON record. Times of loading and evidence are left out, so that
-- two records are equal where they say the same.
create or replace view event_records as
with participants as (
    select
        event_id,
        slot_number,
        json_object('role', role, 'name', name, 'wording', wording, 'category', category) as slot
    from event_participants
),

places as (
    select
        event_id,
        slot_number,
        json_object(
            'role', role, 'name', name, 'wording', wording, 'geoname_id', geoname_id, 'admin1', admin1,
            'country_code', country_code, 'geo_precision', geo_precision
        ) as slot
    from event_places
),

quantities as (
    select
        event_id,
        slot_number,
        json_object(
            'role', role, 'low', low, 'high', high, 'approximate', approximate, 'counted', counted, 'wording', wording
        ) as slot
    from event_quantities
)

select
    events.event_id,
    events.document_id,
    json_object(
        'kind', events.kind,
        'status', events.status,
        'scope', events.scope,
        'date_start', events.date_start,
        'date_end', events.date_end,
        'date_precision', events.date_precision,
        'operation', events.operation,
        'part_of', events.part_of,
        'summary', events.summary,
        'participants', (
            select list(participants.slot order by participants.slot_number) from participants
            where participants.event_id = events.event_id
        ),
        'places', (
            select list(places.slot order by places.slot_number) from places
            where places.event_id = events.event_id
        ),
        'quantities', (
            select list(quantities.slot order by quantities.slot_number) from quantities
            where quantities.event_id = events.event_id
        )
    ) as record
from events;

comment on view event_records is
'One row an event: all of it with its slots as one JSON record. Times of loading and evidence are left out, so that two records are equal where they say the same.';
comment on column event_records.event_id is 'The event.';
comment on column event_records.document_id is 'The document that tells it.';
comment on column event_records.record is 'The event with its participants, places and quantities, as JSON.';
