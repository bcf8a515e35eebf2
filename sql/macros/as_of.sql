-- One row an event as `latest_events` would have shown it at a moment: the reader's form of `events_as_of`. All statuses
-- and scopes. What is said of the document (site, published_at, source_uri) and which ones repeat another one, and are
-- left out, is as it is now.
create or replace macro as_of(moment) as table -- noqa: disable=AL03,RF02,RF03
    with changed as (
        select event_id from event_changes
        where "at" > moment
    ),

    stood as (
        select
            events.*,
            cast(events.participants as json[]) as participant_list,
            cast(events.places as json[]) as place_list,
            cast(events.quantities as json[]) as quantity_list
        from events_changed_since(moment) as events
    ),

    sources as (
        select
            document_id,
            locator
        from documents
        union
        select
            document_id,
            locator
        from document_versions
    ),

    placed as (
        select
            stood.*,
            list_aggregate(
                list_transform(
                    range(len(stood.place_list)),
                    lambda number: struct_pack(
                        elsewhere := stood.place_list[number + 1] ->> 'role' != 'at',
                        vagueness := coalesce(cast(stood.place_list[number + 1] ->> 'geo_precision' as integer), 9),
                        number := number + 1
                    )
                ),
                'min'
            ).number as main_number
        from stood
    ),

    -- What has not changed is not read from latest_events, whose order and withdrawn pages make it twice as slow.
    told as (
        select
            events.date_start,
            events.kind,
            events.status,
            events.scope,
            events.place,
            events.country_code,
            nullif(array_to_string(events.actors, ', '), '') as actors,
            nullif(array_to_string(events.targets, ', '), '') as targets,
            events.figures,
            events.summary,
            documents.site,
            documents.published_at,
            documents.source_uri,
            documents.duplicate_of,
            events.event_id,
            events.document_id
        from events
        inner join documents on events.document_id = documents.document_id
        anti join changed on events.event_id = changed.event_id
        where events.created_at <= moment
        union all
        select
            placed.date_start,
            placed.kind,
            placed.status,
            placed.scope,
            placed.place_list[placed.main_number] ->> 'name' as place,
            placed.place_list[placed.main_number] ->> 'country_code' as country_code,
            nullif(
                list_aggregate(
                    list_transform(
                        list_filter(placed.participant_list, lambda who: who ->> 'role' = 'actor'),
                        lambda who: who ->> 'name'
                    ),
                    'string_agg',
                    ', '
                ),
                ''
            ) as actors,
            nullif(
                list_aggregate(
                    list_transform(
                        list_filter(placed.participant_list, lambda who: who ->> 'role' = 'target'),
                        lambda who: who ->> 'name'
                    ),
                    'string_agg',
                    ', '
                ),
                ''
            ) as targets,
            list_aggregate(
                list_transform(
                    placed.quantity_list,
                    lambda many: concat_ws(
                        ' ',
                        many ->> 'role',
                        figure(cast(many ->> 'low' as double), cast(many ->> 'high' as double)),
                        many ->> 'counted'
                    )
                ),
                'string_agg',
                ', '
            ) as figures,
            placed.summary,
            documents.site,
            documents.published_at,
            documents.source_uri,
            documents.duplicate_of,
            placed.event_id,
            placed.document_id
        from placed
        left join sources on placed.document_id = sources.document_id
        left join documents on sources.locator = documents.locator
    )

    select * exclude (duplicate_of)
    from told
    where duplicate_of is null
    order by
        coalesce(date_start, cast(published_at as date)) desc nulls last,
        published_at desc nulls last,
        event_id;
