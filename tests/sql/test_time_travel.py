import json
from datetime import UTC, datetime
from typing import Any

from tests.sql.conftest import Ingest, Query
from tests.sql.invented import arrest, clash, success

FIRST = "Soldiers arrested eight men of the Islamic State in Qaim on Monday."
SECOND = "Soldiers arrested eight men of the Islamic State in Qaim on Monday, the army said."
THIRD = "Soldiers arrested eight men of the Islamic State in Qaim on Monday.\n\nTwo gunmen were killed near Mosul."
STOOD = "select kind, event_id from events_as_of(cast($moment as timestamptz)) order by all"


def moment(query: Query) -> datetime:
    """Return a moment after the last load, and before the next."""
    ((now,),) = query("select now()")
    return now  # type: ignore[no-any-return]


def told(query: Query) -> list[tuple[Any, ...]]:
    return query("select kind, event_id from events order by all")


def test_every_version_of_a_page_and_every_reading_of_it_can_be_had_again(ingest: Ingest, query: Query) -> None:
    stood: list[tuple[datetime, list[tuple[Any, ...]]]] = [(datetime.now(UTC), [])]
    readings = (
        success(text=FIRST),
        success(text=SECOND),
        success(text=THIRD, events=[arrest, clash]),
        success(text=THIRD, events=[lambda cut: arrest(cut, 9)], ruleset="rules-2"),
        success(text=THIRD, events=[arrest, clash], ruleset="rules-3"),
    )
    for reading in readings:
        ingest([reading])
        ingest([success("other.txt", "Two gunmen were killed near Mosul.", clash)])
        stood.append((moment(query), told(query)))
    for at, events in stood:
        assert query(STOOD, moment=at) == events
    low = "select (quantities -> 0 ->> 'low')::double from events_as_of(cast($at as timestamptz)) where kind = 'arrest'"
    assert [query(low, at=at) for at, _ in stood[1:]] == [[(8,)], [(8,)], [(8,)], [(9,)], [(8,)]]
    changes = """select cause, change, "before" ->> '$.kind', "after" ->> '$.kind', "after" ->> '$.quantities[0].low'
        from event_changes as c order by c.at, change, 3, 4"""
    assert query(changes) == [
        ("new page version", "added", None, "arrest", "8.0"),
        ("new page version", "removed", "arrest", None, None),
        ("new page version", "added", None, "armed_clash", "2.0"),
        ("new page version", "added", None, "arrest", "8.0"),
        ("new page version", "removed", "arrest", None, None),
        ("new rules", "changed", "arrest", "arrest", "9.0"),
        ("new rules", "removed", "armed_clash", None, None),
        ("new rules", "added", None, "armed_clash", "2.0"),
        ("new rules", "changed", "arrest", "arrest", "8.0"),
    ]


def test_an_event_stands_as_it_was_in_every_column(ingest: Ingest, query: Query) -> None:
    whole = "from events_as_of(cast($at as timestamptz)) order by event_id"
    ingest([success(events=[arrest, clash])])
    at = moment(query)
    before = query(whole, at=at)
    ingest([success(events=[], ruleset="rules-2")])
    after = query(whole, at=at)
    # What is read back from a record is the same but for how JSON is spaced.
    spaced = [[json.loads(value) if str(value).startswith("[") else value for value in row] for row in (before + after)]
    assert len(before) == 2
    assert spaced[:2] == spaced[2:]
    assert query("select count(*) from events_as_of(now())") == [(0,)]


def test_the_columns_are_those_of_events(ingest: Ingest, query: Query) -> None:
    ingest([success()])
    events = dict(query("select column_name, column_type from (describe from events)"))
    stood = dict(query("select column_name, column_type from (describe from events_as_of(now()))"))
    of_slots = {
        "actors",
        "actor_categories",
        "targets",
        "target_categories",
        "figures",
        "is_counted",
        "actor_countries",
        "target_countries",
        "supporters",
        "killed_low",
        "place",
        "geoname_id",
        "admin1",
        "admin2",
        "country_code",
        "latitude",
        "longitude",
        "geo_precision",
        "first_sentence",
    }
    assert events.keys() - stood.keys() == {"updated_at", "ruleset_version"} | of_slots
    assert {name: events[name] for name in events.keys() & stood.keys()}.items() <= stood.items()
    assert stood.keys() - events.keys() == {"participants", "places", "quantities"}


def test_a_reader_finds_the_events_as_they_were_shown(ingest: Ingest, query: Query) -> None:
    shown = "date_start, kind, status, scope, place, country_code, actors, targets, figures, summary, site, event_id"
    ingest([success(events=[arrest, clash])])
    at = moment(query)
    latest = query(f"select {shown} from latest_events order by event_id")
    assert query(f"select {shown} from as_of(now()) order by event_id") == latest
    ingest([success(events=[lambda cut: arrest(cut, 9, places=(), participants=())], ruleset="rules-2")])
    assert query(f"select {shown} from as_of(cast($at as timestamptz)) order by event_id", at=at) == latest
    assert query("select place, actors, targets, figures from as_of(now())") == [
        (None, None, None, "arrested 9 men"),
    ]
    ingest([success(text="A new text of the page, which tells of no event.", events=[])])
    assert query(f"select {shown} from as_of(cast($at as timestamptz)) order by event_id", at=at) == latest
