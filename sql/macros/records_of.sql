-- One row an event of the relation named, which has the columns of `events`: all of it with its slots as JSON lists, and
-- all that it says as one JSON record. Times of loading, the version of the rules and evidence are left out, so that two
-- records are equal where they say the same.
create or replace macro records_of(relation) as table -- noqa: disable=RF02,RF03
    with participants as (
        select
            event_id,
            list(
                json_object(
                    'role', role, 'name', name, 'wording', wording, 'category', category, 'country_code', country_code
                )
                order by slot_number
            ) as slots
        from event_participants
        semi join query_table(relation) as told on event_participants.event_id = told.event_id
        group by event_id
    ),

    places as (
        select
            event_id,
            list(
                json_object(
                    'role', role, 'name', name, 'wording', wording, 'geoname_id', geoname_id, 'admin1', admin1,
                    'admin2', admin2, 'country_code', country_code, 'latitude', latitude, 'longitude', longitude,
                    'geo_precision', geo_precision, 'inherited', inherited
                )
                order by slot_number
            ) as slots
        from event_places
        semi join query_table(relation) as told on event_places.event_id = told.event_id
        group by event_id
    ),

    quantities as (
        select
            event_id,
            list(
                json_object(
                    'role', role, 'low', low, 'high', high, 'approximate', approximate, 'includes_injured',
                    includes_injured, 'counted', counted, 'wording', wording
                )
                order by slot_number
            ) as slots
        from event_quantities
        semi join query_table(relation) as told on event_quantities.event_id = told.event_id
        group by event_id
    )

    select
        told.event_id,
        told.document_id,
        to_json(coalesce(participants.slots, [])) as participants,
        to_json(coalesce(places.slots, [])) as places,
        to_json(coalesce(quantities.slots, [])) as quantities,
        json_object(
            'kind', told.kind,
            'status', told.status,
            'scope', told.scope,
            'date_start', told.date_start,
            'date_end', told.date_end,
            'date_precision', told.date_precision,
            'date_wording', told.date_wording,
            'operation', told.operation,
            'part_of', told.part_of,
            'acled_event_type', told.acled_event_type,
            'acled_sub_event_type', told.acled_sub_event_type,
            'plover_event', told.plover_event,
            'plover_mode', told.plover_mode,
            'summary', told.summary,
            'confidence', told.confidence,
            'rule', told.rule,
            'created_at', told.created_at,
            'participants', coalesce(participants.slots, []),
            'places', coalesce(places.slots, []),
            'quantities', coalesce(quantities.slots, [])
        ) as record
    from query_table(relation) as told
    left join participants on told.event_id = participants.event_id
    left join places on told.event_id = places.event_id
    left join quantities on told.event_id = quantities.event_id;
