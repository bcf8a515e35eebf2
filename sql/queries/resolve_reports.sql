-- One row an event of the table wanted, with all that it is compared by.
with spots as (
    select
        event_places.event_id,
        list(
            {
                'name': event_places.name,
                'admin1': event_places.admin1,
                'admin2': event_places.admin2,
                'country': event_places.country_code,
                'latitude': event_places.latitude,
                'longitude': event_places.longitude,
                'precision': event_places.geo_precision,
                'inherited': event_places.inherited,
                'feature': event_places.feature,
                'geoname_id': event_places.geoname_id
            } order by event_places.role not in ('at', 'near'), event_places.slot_number
        ) as spots
    from event_places
    semi join wanted on event_places.event_id = wanted.event_id
    group by event_places.event_id
),

parties as (
    select
        event_participants.event_id,
        list(
            {
                'role': event_participants.role,
                'name': event_participants.name,
                'category': event_participants.category
            } order by event_participants.slot_number
        ) as parties
    from event_participants
    semi join wanted on event_participants.event_id = wanted.event_id
    where event_participants.role in ('actor', 'target')
    group by event_participants.event_id
),

figures as (
    select
        event_quantities.event_id,
        list(
            {
                'role': event_quantities.role,
                'low': event_quantities.low,
                'high': event_quantities.high,
                'approximate': event_quantities.approximate,
                'includes_injured': event_quantities.includes_injured,
                'counted': event_quantities.counted
            } order by event_quantities.slot_number
        ) as figures
    from event_quantities
    semi join wanted on event_quantities.event_id = wanted.event_id
    group by event_quantities.event_id
),

sentences as (
    select
        event_evidence.event_id,
        string_agg(event_evidence.sentence, ' ' order by event_evidence.sentence_number) as sentences,
        bool_and(event_evidence.field = 'title') as in_headline_only
    from event_evidence
    semi join wanted on event_evidence.event_id = wanted.event_id
    where event_evidence.slot = 'event'
    group by event_evidence.event_id
)

select
    cast(events.event_id as varchar) as event_id,
    cast(events.document_id as varchar) as document_id,
    cast(original.document_id as varchar) as original_id,
    coalesce(
        outlet(original.url, original.canonical_url, original.site), cast(original.document_id as varchar)
    ) as source,
    events.kind,
    events.status,
    events.date_start,
    events.date_end,
    events.date_precision,
    events.operation,
    events.confidence,
    events.summary,
    documents.title,
    epoch(documents.published_at) as published_at,
    spots.spots,
    parties.parties,
    figures.figures,
    sentences.sentences,
    sentences.in_headline_only
from events
semi join wanted on events.event_id = wanted.event_id
inner join documents on events.document_id = documents.document_id
inner join documents as original on coalesce(documents.duplicate_of, documents.document_id) = original.document_id
left join spots on events.event_id = spots.event_id
left join parties on events.event_id = parties.event_id
left join figures on events.event_id = figures.event_id
left join sentences on events.event_id = sentences.event_id;
