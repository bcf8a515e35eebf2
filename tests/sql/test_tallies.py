"""Views that count and list events: neither a join nor a copy nor a part may count an event twice."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from extraction.events.event import Event, EventPlace, Participant, Quantity
from extraction.mentions.mention import Place
from extraction.sentences.sentence import Sentence
from tasks.page import Rejection
from tests.sql.conftest import Ingest, Query
from tests.sql.invented import QAIM, arrest, clash, success
from tests.sql.test_views import with_id

Cut = tuple[Sentence, ...]
HAMLET = Place("Tall Abyad al-Saghir", None, "Nineveh", None, "IRQ", 36.0, 43.0, 3, "village")


def figures(*told: tuple[str, float | None, float | None, str | None]) -> tuple[Quantity, ...]:
    return tuple(Quantity(role, low, high, "wording", counted=counted) for role, low, high, counted in told)


def parties(**roles: list[str]) -> tuple[Participant, ...]:
    return tuple(Participant(role, name, name) for role, names in roles.items() for name in names)  # type: ignore[arg-type]


def at(*places: Place, role: Any = "at") -> tuple[EventPlace, ...]:
    return tuple(EventPlace(role, place, place.name) for place in places)


def twice(build: Callable[..., Event], **slots: Any) -> list[Any]:
    """One document that tells an event, and a copy of it."""
    return [success(f"{name}.html", markup=name, events=[with_id(build, "one", **slots)]) for name in ("a", "b")]


def test_kinds_count_events_once_however_many_slots_they_have(ingest: Ingest, query: Query) -> None:
    ingest(twice(clash, quantities=figures(("killed", 2, 2, "gunmen"), ("killed", 3, None, "soldiers"))))
    ingest([success("c.txt", "Two gunmen were killed near Mosul.", [with_id(clash, "plan", status="planned")], None)])
    assert query("select kind, events, documents, killed_low, planned from events_by_kind") == [
        ("armed_clash", 1, 1, 5, 1)
    ]


def test_provinces_have_the_mean_of_their_places(ingest: Ingest, query: Query) -> None:
    both = with_id(
        clash, "both", places=at(QAIM, HAMLET), quantities=figures(("killed", 2, 2, None), ("injured", 1, 1, None))
    )
    other = with_id(arrest, "other", places=at(Place("Haditha", 1, "Anbar", None, "IRQ", 34.13, 42.37, 1, "city")))
    nowhere = with_id(arrest, "nowhere", places=())
    ingest([success(events=[both, other, nowhere])])
    assert query("select * exclude (first_date, last_date) from events_by_admin1") == [
        ("IRQ", "Anbar", 34.25, 41.73, 2, 2, 2, 1, 8)
    ]


def test_pairs_of_actors_are_counted_each(ingest: Ingest, query: Query) -> None:
    sides = parties(actor=["Army", "Police", "Army"], target=["Daesh"], source=["Agency"])
    ingest(twice(clash, participants=sides, quantities=figures(("killed", 2, 2, "gunmen"), ("killed", 1, 1, "x"))))
    assert query("select actor, target, events, kinds, killed_low from actor_pairs") == [
        ("Army", "Daesh", 1, ["armed_clash"], 3),
        ("Police", "Daesh", 1, ["armed_clash"], 3),
    ]


def test_items_seized_and_what_became_of_them(ingest: Ingest, query: Query) -> None:
    told = figures(
        ("seized", 3, 3, "Rifles"), ("seized", 2, None, "rifles"), ("destroyed", 1, 1, "tunnel"), ("killed", 1, 1, "x")
    )
    ingest(twice(arrest, kind="weapons_seizure", quantities=told))
    assert query("select fate, item, events, low, high from seized_items order by all") == [
        ("destroyed", "tunnel", 1, 1, 1),
        ("seized", "rifles", 1, 5, None),
    ]
    assert query("select distinct place, taken_by, taken_from from seizures") == [
        ("Qaim", ["Iraqi Army"], ["Islamic State"])
    ]


def test_an_operation_with_its_forces_areas_and_events(ingest: Ingest, query: Query) -> None:
    sides = parties(actor=["Army"], supporter=["Coalition"], target=["Daesh"])
    first = with_id(arrest, "1", operation="Open Hand", participants=sides, places=at(QAIM, HAMLET))
    told = figures(("phases", 2, 2, None), ("killed", 4, 4, "gunmen"), ("killed", 1, 1, "x"))
    second = with_id(
        clash, "2", operation="Open Hand", participants=sides, quantities=told, date_start=date(2019, 11, 3)
    )
    planned = with_id(
        arrest, "3", operation="Open Hand", status="planned", participants=parties(actor=["Navy"]), quantities=()
    )
    ingest([success(events=[first, second, planned])])
    assert query("select * exclude (linked_events) from operation_summaries") == [
        ("Open Hand", date(2019, 11, 3), date(2019, 11, 4), 2, ["Army", "Coalition"], ["Anbar", "Nineveh"], 2, 1,
         ["armed_clash", "arrest"], 5, 8, 0)
    ]  # fmt: skip
    assert query("select len(linked_events) from operation_summaries") == [(3,)]


def test_strengths_before_and_after(ingest: Ingest, query: Query) -> None:
    cut = [
        ("cut", figures(("strength_before", 5200, 5200, "troops"), ("strength_after", 3000, 3000, "troops")), {}),
        ("sent", figures(("deployed", 200, 200, "soldiers")), {"status": "planned"}),
        ("gone", figures(("withdrawn", 300, 300, None)), {}),
        ("denied", figures(("withdrawn", 9, 9, None)), {"status": "denied"}),
    ]
    ingest([success(events=[with_id(arrest, name, quantities=told, **slots) for name, told, slots in cut])])
    assert query(
        "select status, strength_before, strength_after, change, counted from strength_changes order by 4"
    ) == [
        ("occurred", 5200, 3000, -2200, "troops"),
        ("occurred", None, None, -300, None),
        ("planned", None, None, 200, "soldiers"),
    ]


def test_people_moved_with_where_from_and_to(ingest: Ingest, query: Query) -> None:
    route = at(QAIM, role="from") + at(HAMLET, role="to")
    told = figures(("displaced", 40, None, "families"), ("displaced", 2, 2, "herders"))
    unsaid = with_id(arrest, "unsaid", kind="deportation", quantities=(), places=())
    ingest(
        [success(events=[with_id(arrest, "flight", kind="displacement", places=route, quantities=told), unsaid, clash])]
    )
    assert query(
        "select kind, from_places, to_places, people_low, people_high from population_movements order by 1"
    ) == [
        ("deportation", None, None, None, None),
        ("displacement", ["Qaim"], [HAMLET.name], 42, None),
    ]


def test_places_that_no_gazetteer_has(ingest: Ingest, query: Query) -> None:
    ingest(twice(arrest, places=at(HAMLET, QAIM)))
    assert query("select name, country_code, admin1, geo_precision, events from unresolved_places") == [
        (HAMLET.name, "IRQ", "Nineveh", 3, 1)
    ]


def test_rejected_pages_by_reason_and_host(ingest: Ingest, query: Query) -> None:
    uris = ("https://a.example/1", "https://a.example/2", "x/y.txt", "z.txt")
    ingest([Rejection(uri, "empty", "no bytes") for uri in uris])
    assert query("select reason, came_from, pages from rejected_pages") == [
        ("empty", "a.example", 2),
        ("empty", ".", 1),
        ("empty", "x", 1),
    ]


def on(*days: int, site: str) -> list[Any]:
    dated = [datetime(2020, 1, 1 + day, 9, tzinfo=UTC) for day in days]
    return [
        success(f"{site}{n}.txt", f"{site} {n}.", [], None, site=site, published_at=day) for n, day in enumerate(dated)
    ]


def test_gaps_are_of_an_outlets_own_pace(ingest: Ingest, query: Query) -> None:
    ingest([*on(0, 1, 2, 3, 13, 14, site="daily"), *on(0, 10, 20, site="slow"), *on(0, 1, 2, 3, site="ended")])
    assert query("select site, days, usual_days, is_open from coverage_gaps") == [
        ("ended", 17, 1, True),
        ("daily", 10, 1, False),
    ]


def test_trends_fill_the_periods_between(ingest: Ingest, query: Query) -> None:
    def day(name: str, told: date, **slots: Any) -> Any:
        return with_id(arrest, name, date_start=told, date_end=told, places=at(QAIM, HAMLET), **slots)

    weeks = [day("1", date(2019, 11, 4)), day("2", date(2019, 11, 10)), day("3", date(2019, 11, 19))]
    vague = day("4", date(2019, 11, 1), date_precision="month")
    year = day("5", date(2019, 1, 1), date_precision="year")
    ingest([success(events=[*weeks, vague, year])])
    trend = (
        "select starts::varchar, events, events_before, change, change_percent from trends where period = $p order by 1"
    )
    assert query(trend, p="week") == [
        ("2019-11-04", 2, None, None, None),
        ("2019-11-11", 0, 2, -2, -100),
        ("2019-11-18", 1, 0, 1, None),
    ]
    assert query(trend, p="month") == [("2019-11-01", 4, None, None, None)]


def test_events_as_plover_names_them(ingest: Ingest, query: Query) -> None:
    people = (
        Participant("actor", "Army", "Army", "state_forces", "IRQ"),
        Participant("actor", "Police", "Police", "police", "IRQ"),
        Participant("target", "Daesh", "Daesh", "insurgent"),
    )
    ingest(twice(arrest, participants=people, places=at(QAIM, HAMLET)))
    assert query(
        """select event_type, event_mode, quad_code, actor_name, actor_sector, actor_country, actors, recipient_name,
        recipient_sector, recipient_country, recipients, placename, country, magnitude from plover_events"""
    ) == [
        ("COERCE", "arrest", "Q4", "Army", "state_forces", "IRQ", 2, "Daesh", "insurgent", None, 1, "Qaim", "IRQ",
         "arrested 8 men")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("events_near(34.4, 41.1, 20)", [("arrest", 3.5)]),
        ("events_near(34.4, 41.1, 20, since := date '2019-11-05')", []),
        ("events_near(34.4, 41.1, 400)", [("arrest", 3.5), ("armed_clash", 283.6)]),
    ],
)
def test_events_near_a_point(call: str, found: list[Any], ingest: Ingest, query: Query) -> None:
    ingest([success(f"{n}.html", markup=n, events=[arrest, clash]) for n in ("a", "b")])
    assert query(f"select kind, km_away from {call}") == found


def test_events_between_two_days(ingest: Ingest, query: Query) -> None:
    month = with_id(clash, "month", date_start=date(2019, 11, 1), date_end=date(2019, 11, 30), date_precision="month")
    undated = with_id(arrest, "undated", date_start=None, date_end=None)
    ingest([success(events=[arrest, month, undated])])
    asked = "select kind from events_between"
    assert query(f"{asked}('2019-11-04', '2019-11-05')") == [("armed_clash",), ("arrest",)]
    assert query(f"{asked}('2019-11-05', '2019-12-05')") == [("armed_clash",)]
    assert query(f"{asked}('2019-11-04', '2019-11-05', of_kind := 'arrest', country := 'IRQ')") == [("arrest",)]
    assert query(f"{asked}('2019-11-04', '2019-11-05', country := 'SYR')") == []


def test_the_timeline_of_an_actor(ingest: Ingest, query: Query) -> None:
    sides = parties(actor=["Daesh", "Daesh"], claimant=["Daesh"], target=["Army"])
    ingest(twice(clash, participants=sides, places=at(QAIM, HAMLET)))
    assert query("select role, kind, place from actor_timeline('DAESH')") == [
        ("actor", "armed_clash", "Qaim"),
        ("claimant", "armed_clash", "Qaim"),
    ]


def test_search_ranks_documents_by_whole_words(ingest: Ingest, query: Query) -> None:
    texts = {
        "best.txt": "Tunnels were found near Mosul, and tunnels were blown up.",
        "good.txt": "Soldiers found tunnels near Qaim, and went on to look for more of what was left of them there.",
        "none.txt": "A tunnelsystem.",
        "other.txt": "Nothing of it (really), in Ağrı and Ağrıköy: al-Ağrı.",
    }
    pages = [success(uri, text, [], None) for uri, text in texts.items()]
    ingest([*pages, success("copy.html", texts["best.txt"], [], None, markup="copy")])
    assert query("select source_uri, found from search_text('TUNNELS mosul')") == [
        ("best.txt", ["mosul", "tunnels"]),
        ("good.txt", ["tunnels"]),
    ]
    assert query("select source_uri from search_text('(really)')") == [("other.txt",)]
    assert query(
        "select whole_words(lower(text), 'ağrı') from documents semi join search_text('AĞRı') using (source_uri)"
    ) == [(2,)]
    assert query("from search_text('rı')") == []
    assert query("from search_text('')") == []


def test_an_outlet_is_one_however_its_pages_name_it(ingest: Ingest, query: Query) -> None:
    pages = [
        ("https://ledger.example/1", None, "The Ledger"),
        ("https://www.ledger.example/2", None, "ledger.example"),
        (None, "https://ledger.example/3", None),
        ("https://other.example/1", None, None),
    ]
    ingest(
        [
            success(f"{n}.txt", f"Page {n}.", [], None, url=url, canonical_url=canonical, site=site)
            for n, (url, canonical, site) in enumerate(pages)
        ]
    )
    assert query("select site, documents from source_coverage") == [("The Ledger", 3), ("other.example", 1)]
