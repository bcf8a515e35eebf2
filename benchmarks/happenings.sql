-- Invented events from number $first up to $last, four a document, with six rows of slots and evidence each: on $days days
-- from $start, at 2,000 places of which some are told of far more often than others; every tenth has no date.
insert into documents by name
select
    cast(md5('document ' || i) as uuid) as document_id, 'u' || i as source_uri, 'u' || i as locator,
    'https://outlet' || hash(i) % 40 || '.example/' || i as url, 'Headline ' || i as title,
    cast(cast($start as date) + cast(hash(i * 7) % $days as integer) as timestamptz) as published_at,
    'day' as published_precision, 'en' as language, 'text ' || i as text, md5('text ' || i) as text_digest,
    3 as word_count, cast(md5('page ' || i) as uuid) as page_id, md5('page ' || i) as content_digest,
    'invented' as cleaned_by, 'none' as ruleset_version, cast(md5('run') as uuid) as run_id, now() as created_at,
    now() as updated_at
from range($first // 4, $last // 4) as t(i);

insert into events by name
with dated as (
    select
        i,
        if(hash(i * 11) % 10 = 0, null, cast($start as date) + cast(hash(i // 4 * 7) % $days as integer)) as day
    from range($first, $last) as t(i)
)
select
    cast(md5('event ' || i) as uuid) as event_id, cast(md5('document ' || i // 4) as uuid) as document_id,
    (['armed_clash', 'attack', 'ied_explosion', 'shelling', 'air_strike', 'arrest', 'weapons_seizure', 'protest',
      'abduction', 'operation', 'suicide_bombing', 'hideout_destroyed'])[cast(1 + hash(i * 3) % 12 as integer)] as kind,
    'occurred' as status, 'single' as scope, day as date_start, day as date_end,
    if(day is null, 'unknown', 'day') as date_precision, 'event ' || i as summary, 0.8 as confidence, 'none' as rule,
    'none' as ruleset_version, now() as created_at, now() as updated_at
from dated;

insert into event_participants by name
select
    cast(md5('event ' || i) as uuid) as event_id, side as slot_number, if(side = 0, 'actor', 'target') as role,
    if(side = 0, 'Group ' || hash(i * 17) % 60, 'people') as name, 'wording' as wording,
    if(side = 0, 'insurgent', 'civilians') as category
from range($first, $last) as t(i), range(2) as s(side);

insert into event_places by name
with placed as (
    select i, cast(pow(hash(i * 23) % 100000 / 100000, 2) * 2000 as bigint) as place from range($first, $last) as t(i)
)
select
    cast(md5('event ' || i) as uuid) as event_id, 0 as slot_number, 'at' as role, 'Place ' || place as name,
    'wording' as wording, place as geoname_id, 'Province ' || place // 20 as admin1, 'C' || place // 200 as country_code,
    30 + place // 20 * 0.3 as latitude, 40 + place % 20 * 0.1 as longitude, 1 as geo_precision, 'city' as feature,
    false as inherited
from placed;

insert into event_quantities by name
select
    cast(md5('event ' || i) as uuid) as event_id, 0 as slot_number, 'killed' as role, 1 + hash(i * 29) % 20 as low,
    1 + hash(i * 29) % 20 as high, false as approximate, false as includes_injured, 'people' as counted,
    'wording' as wording
from range($first, $last) as t(i);

insert into event_evidence by name
select
    cast(md5('event ' || i) as uuid) as event_id, 'event' as slot,
    'Words of event ' || i % 1000 || ' near the bridge of quarter' || hash(i) % 500 as sentence, 'wording' as wording,
    1 as sentence_number, 'text' as field, 0 as char_start, 5 as char_end
from range($first, $last) as t(i);
