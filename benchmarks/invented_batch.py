# ruff: noqa: E501 - the queries read as tables
"""Invented batch: staged rows of as many documents as wanted, made by DuckDB itself; each document tells four events.

To four events come twenty rows more: five participants, four places, four figures, four spans and three mentions. One
document in fifty repeats the text of the one before it, one place in thirty is in no gazetteer, and a page is turned
away for every twenty-five that are taken.
"""

from pathlib import Path

import duckdb

from tasks.rows import RELATIONS
from tasks.stage import Staged

EVENTS = 4
"""Events a document tells."""

MACROS = """
create macro id_of(kind, n) as cast(cast(md5(concat(kind, ' ', n)) as uuid) as varchar);
create macro chance(salt, n, below) as cast(hash(n, salt) % below as integer);
create macro party_of(n) as 'Group ' || (sqrt(chance('who', n, 4000000)))::int;
create macro place_of(n) as (sqrt(chance('where', n, 16000000)))::int;
create macro country_of(n) as ['IRQ', 'SYR', 'MLI', 'NGA', 'AFG'][place_of(n) % 5 + 1];
create macro latitude_of(n) as [33, 35, 14, 9, 34][place_of(n) % 5 + 1] + place_of(n) % 100 / 50;
create macro longitude_of(n) as [43, 38, -4, 7, 66][place_of(n) % 5 + 1] + place_of(n) / 2000;
create macro is_known(n) as place_of(n) % 30 > 0;
create macro side_of(n) as ['insurgent', 'state_forces', 'civilians'][chance('side', n, 3) + 1];
create macro outlet_of(document) as chance('site', document, 60);
create macro published_at_of(document) as
    timestamptz '2015-01-01 06:00:00+00' + to_minutes(chance('time', document, 5 * 365 * 1440));
create macro day_of(n) as published_at_of(n // 4)::date - chance('day', n, 9);
create macro kind_of(n) as ['arrest', 'armed_clash', 'air_strike', 'ied_explosion', 'attack', 'operation', 'shelling',
    'weapons_seizure', 'release', 'deployment', 'withdrawal', 'displacement'][chance('kind', n, 12) + 1];
create macro role_of(n) as ['killed', 'injured', 'killed', 'arrested', 'seized', 'destroyed', 'deployed', 'withdrawn',
    'strength_before', 'displaced', 'phases', 'released'][chance('role', n, 12) + 1];
create macro has_happened(n) as chance('status', n, 10) > 0 and chance('scope', n, 20) > 0;
create macro outcome_of(document) as '0/' || lpad(document::varchar, 9, '0');
"""

QUERIES = {
    "documents": """
        select outcome_of(n) as outcome, id_of('document', n) as document_id,
        concat('https://outlet', outlet_of(n), '.example/', n) as source_uri,
        source_uri as locator, source_uri as url, null::varchar as canonical_url, 'Outlet ' || outlet_of(n) as site,
        'Eight held in Qaim, report ' || n as title, null::varchar as author,
        published_at_of(n) as published_at,
        'second' as published_precision, 'en' as language,
        'Soldiers arrested eight men of the Islamic State in Qaim on Monday. ' || array_to_string(
        list_transform(range(120), lambda place: 'word' || chance('word', (n - (n % 50 = 1)::int) * 120 + place, 20000)), ' ') || '.' as text,
        sha256(text) as text_digest, 200 as word_count, id_of('page', n) as page_id, sha256(page_id) as content_digest,
        null::timestamptz as fetched_at, 'html/invented' as cleaned_by, 'invented' as ruleset_version, 0.02 as seconds,
        md5(text) as facts_digest from numbers as t(n)""",
    "events": """
        select outcome_of(n // 4) as outcome, id_of('event', n) as event_id, id_of('document', n // 4) as document_id,
        kind_of(n) as kind, if(chance('status', n, 10) = 0, 'planned', 'occurred') as status,
        if(chance('scope', n, 20) = 0, 'period_total', 'single') as scope,
        day_of(n) as date_start, date_start as date_end, 'day' as date_precision,
        'Monday' as date_wording, if(chance('operation', n, 50) = 0, 'Operation ' || chance('name', n, 200), null) as operation,
        if(n % 40 = 1, id_of('event', n - 1), null) as part_of, 'Battles' as acled_event_type,
        'Armed clash' as acled_sub_event_type, 'ASSAULT' as plover_event, 'firearms' as plover_mode,
        'Islamic State against soldiers at Qaim; arrested 8' as summary, 0.5 + chance('sure', n, 50) / 100 as confidence,
        'arrest/plain' as rule, 'invented' as ruleset_version, [party_of(n)] as actors, [side_of(n)] as actor_categories,
        if(n % 4 = 0, [party_of(n + 1)], []) as targets, if(n % 4 = 0, [side_of(n + 1)], []) as target_categories,
        'arrested 8 men' as figures, has_happened(n) and part_of is null as is_counted,
        ['IRQ'] as actor_countries, if(n % 4 = 0, ['IRQ'], []) as target_countries, []::varchar[] as supporters,
        if(is_counted and role_of(n) = 'killed', chance('low', n, 20)::double, null) as killed_low,
        'Town ' || place_of(n) as place, if(is_known(n), place_of(n)::bigint, null) as geoname_id,
        'Province ' || place_of(n) % 90 as admin1, null::varchar as admin2, country_of(n) as country_code,
        latitude_of(n) as latitude, longitude_of(n) as longitude, if(is_known(n), 1, 3)::bigint as geo_precision,
        0::bigint as first_sentence from tellings as t(n)""",
    "event_participants": """
        select outcome_of(n // 4) as outcome, id_of('event', n) as event_id, slot_number::bigint as slot_number,
        ['actor', 'target'][slot_number + 1] as role, party_of(n + slot_number) as name, 'men' as wording,
        side_of(n + slot_number) as category, 'IRQ' as country_code, 0::bigint as sentence_number, 'text' as field, 0::bigint as char_start, 8::bigint as char_end
        from tellings as t(n), range(2) as s(slot_number) where slot_number = 0 or n % 4 = 0""",
    "event_places": """
        select outcome_of(n // 4) as outcome, id_of('event', n) as event_id, 0::bigint as slot_number, 'at' as role,
        'Town ' || place_of(n) as name, 'Qaim' as wording, if(is_known(n), place_of(n)::bigint, null) as geoname_id,
        'Province ' || place_of(n) % 90 as admin1, null::varchar as admin2, country_of(n) as country_code,
        latitude_of(n) as latitude, longitude_of(n) as longitude, if(is_known(n), 1, 3)::bigint as geo_precision,
        if(is_known(n), 'city', 'village') as feature, false as inherited, true as is_main, 0::bigint as sentence_number, 'text' as field,
        52::bigint as char_start, 56::bigint as char_end from tellings as t(n)""",
    "event_quantities": """
        select outcome_of(n // 4) as outcome, id_of('event', n) as event_id, 0::bigint as slot_number,
        role_of(n) as role,
        chance('low', n, 20)::double as low, low as high, false as approximate, false as includes_injured, 'men' as counted,
        'eight men' as wording, has_happened(n) and n % 40 != 1 as is_counted, 0::bigint as sentence_number, 'text' as field, 18::bigint as char_start, 27::bigint as char_end
        from tellings as t(n)""",
    "event_evidence": """
        select outcome_of(n // 4) as outcome, id_of('event', n) as event_id, 'event' as slot,
        'Soldiers arrested eight men of the Islamic State in Qaim on Monday.' as sentence, sentence as wording,
        true as is_first, 0::bigint as sentence_number, 'text' as field, 0::bigint as char_start, length(sentence) as char_end from tellings as t(n)""",
    "mentions": """
        select outcome_of(n // 4) as outcome, id_of('document', n // 4) as document_id, id_of('mention', n) as mention_id,
        ['organisation', 'person', 'place'][n % 4] as type, type || ' ' || (sqrt(chance('named', n, 4000000)))::int as name,
        'Qaim' as wording, 0::bigint as sentence_number, 'text' as field, 52::bigint as char_start, 56::bigint as char_end,
        id_of(type, name) as entity_id, ['IS']::varchar[] as aliases, null::varchar as category, 'IRQ' as country_code,
        null::bigint as geoname_id, null::varchar as admin1, null::double as latitude, null::double as longitude,
        null::bigint as geo_precision, null::double as low, null::double as high, null::date as date_start, null::date as date_end
        from tellings as t(n) where n % 4 > 0""",
    "rejections": """
        select outcome_of(n) as outcome, concat('https://outlet', outlet_of(n), '.example/tag/', n) as source_uri, 'listing page' as reason,
        '40 links and no article' as detail, id_of('listing', n) as page_id from numbers as t(n) where n % 25 = 0""",
}


def write(folder: Path, documents: int, first: int = 0) -> Staged:
    """Write a staged batch of `documents` documents, numbered from `first`; the same numbers give the same rows."""
    folder.mkdir(parents=True)
    with duckdb.connect() as con:
        con.execute(MACROS)
        con.execute(f"create view numbers as from range({first}, {first + documents})")
        con.execute(f"create view tellings as from range({first * EVENTS}, {(first + documents) * EVENTS})")
        for relation in RELATIONS:
            con.sql(QUERIES[relation]).write_parquet(str(folder / f"{relation}.parquet"))
    return staged(folder)


def staged(folder: Path) -> Staged:
    """Return the batch that was written to a folder."""
    with duckdb.connect() as con:
        files = {relation: str(folder / f"{relation}.parquet") for relation in RELATIONS}
        rows = {name: con.execute(f"select count(*) from '{path}'").fetchall() for name, path in files.items()}
    return Staged(folder, {relation: count for relation, ((count,),) in rows.items()})
