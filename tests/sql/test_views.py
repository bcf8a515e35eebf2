from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid5

from extraction.events.event import Event, Participant, Quantity
from extraction.sentences.sentence import Sentence
from tasks.page import NAMESPACE
from tests.sql.conftest import Ingest, Query
from tests.sql.invented import TEXT, arrest, clash, event, success

Build = Callable[[tuple[Sentence, ...]], Event]


def arrested(count: float, high: float | None = None, **slots: Any) -> tuple[Quantity, ...]:
    return (Quantity(role="arrested", low=count, high=high, wording="eight men", **slots),)


def with_id(build: Callable[..., Event], name: str, **slots: Any) -> Build:
    """Build an event with an id of its own, so that one document may tell several of a kind."""
    part_of = slots.pop("part_of", None)
    owner = {"part_of": uuid5(NAMESPACE, part_of)} if part_of else {}
    return lambda cut: build(cut, event_id=uuid5(NAMESPACE, name), **owner, **slots)


def test_status_and_scope_are_kept_apart_by_month(ingest: Ingest, query: Query) -> None:
    told = ("occurred", "ongoing", "planned", "prevented", "denied", "alleged")
    single = [with_id(arrest, status, status=status) for status in told]
    total = with_id(arrest, "total", scope="period_total")
    undated = with_id(arrest, "undated", date_start=None, date_end=None, date_precision="unknown")
    ingest([success(events=[*single, total, undated])])
    assert query("from events_by_month") == [
        (date(2019, 11, 1), "arrest", 2, 1, 1, 1, 1, 1),
        (None, "arrest", 1, 0, 0, 0, 0, 0),
    ]


def test_copies_are_not_counted(ingest: Ingest, query: Query) -> None:
    ingest([success("a.html", markup="one", events=[arrest, clash]), success("b.html", markup="two", events=[clash])])
    assert query("select count(*) from counted_events") == [(2,)]
    assert query("select sum(killed_low) from casualties") == [(2,)]
    assert query("select documents, copies, events from source_coverage") == [(2, 1, 2)]
    assert query("select count(*) from latest_events") == [(2,)]


def test_a_part_is_not_counted_beside_its_whole(ingest: Ingest, query: Query) -> None:
    whole = with_id(arrest, "whole", quantities=arrested(8, 8))
    parts = [with_id(arrest, f"part {n}", part_of="whole", quantities=arrested(n, n)) for n in (3, 5)]
    ingest([success(events=[whole, *parts])])
    assert query("select count(*) from counted_events") == [(1,)]
    assert query("select arrested_low, arrested_high, arrested_by, arrested_from from arrests") == [
        (8, 8, ["Iraqi Army"], ["Islamic State"])
    ]


def test_figures_of_parts_count_where_the_whole_has_none_of_that_role(ingest: Ingest, query: Query) -> None:
    sweep = with_id(arrest, "sweep", kind="operation", quantities=arrested(8, 8))
    raid = with_id(arrest, "raid", kind="operation", part_of="sweep", quantities=())
    held = with_id(arrest, "held", part_of="raid", quantities=arrested(3, 3))
    shot = with_id(clash, "shot", part_of="raid")
    ingest([success(events=[sweep, raid, held, shot])])
    assert query("select kind from counted_events order by kind") == [("armed_clash",), ("arrest",), ("operation",)]
    assert query("select sum(arrested_low) from arrests") == [(8,)]
    assert query("select sum(killed_low) from casualties") == [(2,)]


def test_a_part_counts_where_its_whole_has_not_happened(ingest: Ingest, query: Query) -> None:
    plan = with_id(arrest, "plan", status="planned", quantities=arrested(20))
    done = with_id(arrest, "done", part_of="plan", quantities=arrested(3, 3))
    ingest([success(events=[plan, done])])
    assert query("select arrested_low from arrests") == [(3,)]


def test_an_open_end_leaves_the_sum_open(ingest: Ingest, query: Query) -> None:
    (fighters,), (drivers,) = arrested(3), arrested(2, 2)
    both = fighters._replace(counted="fighters"), drivers._replace(counted="drivers")
    open_end = with_id(arrest, "open", quantities=both)
    ingest([success(events=[open_end])])
    assert query("select arrested_low, arrested_high from arrests") == [(5, None)]


def test_places_and_actors(ingest: Ingest, query: Query) -> None:
    ingest([success(events=[arrest, clash])])
    assert query("select country_code, admin1, place, events, killed_low from events_by_place order by place") == [
        ("IRQ", "Nineveh", "Mosul", 1, 2),
        ("IRQ", "Anbar", "Qaim", 1, 0),
    ]
    assert query("select name, category, as_actor, as_target, kinds from actor_activity order by name") == [
        ("Iraqi Army", "state_forces", 1, 0, ["arrest"]),
        ("Islamic State", "insurgent", 0, 1, ["arrest"]),
    ]


def test_a_place_where_it_happened_comes_before_one_it_came_from(ingest: Ingest, query: Query) -> None:
    def both(cut: tuple[Sentence, ...]) -> Event:
        at, near = arrest(cut).places[0], clash(cut).places[0]
        return arrest(cut, places=(near._replace(role="from"), at))

    ingest([success(events=[both])])
    assert query("select name from main_places") == [("Qaim",)]


def test_the_timeline_of_an_operation(ingest: Ingest, query: Query) -> None:
    later = with_id(clash, "later", operation="Open Hand", status="planned", date_start=date(2019, 11, 9))
    ingest([success(events=[later, with_id(arrest, "first", operation="Open Hand")])])
    assert query("select operation, kind, status, place from operation_timeline") == [
        ("Open Hand", "arrest", "occurred", "Qaim"),
        ("Open Hand", "armed_clash", "planned", "Mosul"),
    ]
    assert query("select name, aliases, events, first_date::varchar from operations") == [
        ("Open Hand", [], 2, "2019-11-04")
    ]


def test_every_fact_of_a_document_has_its_sentence(ingest: Ingest, query: Query) -> None:
    unplaced = Participant(role="source", name="Police", wording="police")
    ingest([success(events=[lambda cut: arrest(cut, participants=(unplaced,)), clash])])
    facts = query("select slot, value, low, wording, sentence from document_facts where kind = 'arrest' order by slot")
    first = TEXT.split("\n")[0]
    assert facts == [
        ("arrested", "men", 8, "eight men", first),
        ("event", "arrest as invented", None, "arrested", first),
        ("place", "Qaim", None, "Qaim", first),
        ("source", "Police", None, "police", first),
    ]


def test_evidence_in_the_title_has_no_span(ingest: Ingest, query: Query) -> None:
    ingest([success(events=[lambda cut: event(cut, told="held")])])
    assert query("select sentence, wording, field, char_start, char_end from event_evidence") == [
        ("Eight held in Qaim", "held", "title", None, None)
    ]


def test_latest_events_come_first(ingest: Ingest, query: Query) -> None:
    old = with_id(clash, "old", date_start=date(2018, 1, 1))
    ingest([success(events=[old, arrest])])
    assert query("select kind, actors, targets, figures from latest_events") == [
        ("arrest", "Iraqi Army", "Islamic State", "arrested 8 men"),
        ("armed_clash", None, None, "killed 2 gunmen"),
    ]


def test_events_as_acled_names_them(ingest: Ingest, query: Query) -> None:
    planned = with_id(arrest, "planned", status="planned")
    unknown_to_acled = with_id(arrest, "meeting", kind="meeting", acled_event_type=None)
    ingest([success(events=[arrest, clash, planned, unknown_to_acled])])
    rows = query(
        """select event_date::varchar, year, time_precision, disorder_type, event_type, sub_event_type, actor1,
        inter1, actor2, inter2, country, iso, admin1, location, geo_precision, fatalities
        from acled_events order by event_type"""
    )
    day = ("2019-11-04", 2019, 1)
    assert rows == [
        (*day, "Political violence", "Battles", "Armed clash", None, None, None, None, "Iraq", 368, "Nineveh", "Mosul",
         1, 2),
        (*day, "Strategic developments", "Strategic developments", "Arrests", "Iraqi Army", "State forces",
         "Islamic State", "Rebel group", "Iraq", 368, "Anbar", "Qaim", 1, 0),
    ]  # fmt: skip


def test_mentions_and_the_organisations_behind_them(ingest: Ingest, query: Query) -> None:
    ingest([success()])
    there = "substring(text, char_start + 1, char_end - char_start)"
    found = query(
        f"select type, name, wording, {there}, low from mentions join documents using (document_id) order by 1"
    )
    assert found == [
        ("organisation", "Islamic State", "Islamic State", "Islamic State", None),
        ("place", "Mosul", "Mosul", "Mosul", None),
        ("quantity", "8", "eight", "eight", 8),
    ]
    assert query("select name, acronym, aliases, category from organisations") == [
        ("Islamic State", "IS", ["Daesh", "IS"], "insurgent")
    ]
    assert query("select count(*) from organisations join mentions on organisation_id = entity_id") == [(1,)]
