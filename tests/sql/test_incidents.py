"""Incidents as loads leave them: whatever the order of the documents, with overrides, changes and copies."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb
import pytest

from settings import Settings
from tasks.check import CheckError, check
from tasks.errors import UserError
from tasks.outcome import Success
from tasks.override import override, resolve_alone
from tasks.warehouse import work_path
from tests.sql.conftest import Ingest, Query, take
from tests.sql.invented import MONDAY, arrest, clash, success

GROUPS = """
    select list(parse_filename(source_uri) order by source_uri) from incident_reports join documents using (document_id)
    group by incident_id order by all
"""


def told(uri: str, text: str = "", **slots: Any) -> Success:
    """Eight men arrested at Qaim on a Monday, as one outlet tells it."""
    name = uri.removesuffix(".txt")
    words = f"Soldiers arrested eight men of the Islamic State in Qaim on Monday, {name} learned. {text}"
    return success(uri, words, lambda cut: arrest(cut, **slots), title=f"As told by {name}", site=name)


def reports() -> list[Success]:
    later = MONDAY + timedelta(days=7)
    return [told("a.txt"), told("b.txt", count=9), told("c.txt", date_start=later, date_end=later), told("d.txt")]


def test_reports_of_one_happening_are_one_incident(ingest: Ingest, query: Query) -> None:
    ingest(reports())
    assert query(GROUPS) == [(["a.txt", "b.txt", "d.txt"],), (["c.txt"],)]
    assert query(
        """select kind, place, country_code, date_start, arrested_low, arrested_best, arrested_high, contested, reports,
        sources from incidents where reports > 1"""
    ) == [("arrest", "Qaim", "IRQ", MONDAY, 8, 8, 9, True, 3, 3)]
    assert query("select counted, told from incident_figures where counted = 'all' and contested") == [
        ("all", [{"low": 8, "high": 8, "sources": 2}, {"low": 9, "high": 9, "sources": 1}])
    ]


def test_why_each_report_joined_is_told(ingest: Ingest, query: Query) -> None:
    ingest(reports())
    assert query(
        """select count(*) from incident_reports where reason = 'alike' and score > 6 and linked_to is not null
        and abs(score - (kind_score + place_score + date_score + actor_score + target_score + figure_score
            + operation_score + wording_score + story_score)) < 1e-9"""
    ) == [(3,)]
    assert query("select count(*) from incident_reports where reason = 'alone' and score is null") == [(1,)]


def test_the_order_of_documents_does_not_matter(tmp_path: Path, empty: Callable[[Settings], None]) -> None:
    outcomes = []
    for n, order in enumerate([*permutations(range(4))][::5]):
        own = Settings(data_dir=tmp_path / f"data{n}")
        empty(own)
        for one in order:
            take(own, tmp_path, [reports()[one]])
        with duckdb.connect(work_path(own)) as con:
            outcomes.append(con.execute(GROUPS).fetchall())
    assert outcomes == [[(["a.txt", "b.txt", "d.txt"],), (["c.txt"],)]] * len(outcomes)


def test_nor_does_it_where_one_has_no_date(tmp_path: Path, empty: Callable[[Settings], None]) -> None:
    undated = told("a.txt", date_start=None, date_end=None, date_precision="unknown")
    for n, order in enumerate(permutations([undated, told("b.txt")])):
        own = Settings(data_dir=tmp_path / f"data{n}")
        empty(own)
        for report in order:
            take(own, tmp_path, [report])
        with duckdb.connect(work_path(own)) as con:
            assert con.execute(GROUPS).fetchall() == [(["a.txt", "b.txt"],)]


def test_nor_does_it_where_many_tell_much_the_same(tmp_path: Path, empty: Callable[[Settings], None]) -> None:
    crowd = [told(f"{n:02}.txt", count=8 + n // 8 * 20) for n in range(16)]
    outcomes = []
    for n, order in enumerate((crowd, crowd[::-1])):
        own = Settings(data_dir=tmp_path / f"data{n}")
        empty(own)
        for few in range(0, len(order), 8):
            take(own, tmp_path, order[few : few + 8])
        with duckdb.connect(work_path(own)) as con:
            links = con.execute("select columns(* exclude run_id) from incident_links order by all").fetchall()
            outcomes.append((con.execute(GROUPS).fetchall(), links))
    assert outcomes[0] == outcomes[1]


def test_an_incident_keeps_its_id_when_reports_join(ingest: Ingest, query: Query) -> None:
    a, b, _, d = reports()
    ingest([a])
    ((before,),) = query("select incident_id from incidents")
    ingest([b])
    ingest([d])
    assert query("select incident_id, reports from incidents") == [(before, 3)]
    assert query("select change, cause, incident_id from incident_changes") == [("joined", "reports", before)] * 2
    assert query("""select count(*) from incident_changes where after->>'$.reports' = '3'""") == [(1,)]


def test_a_second_load_changes_nothing(ingest: Ingest, query: Query) -> None:
    ingest(reports())
    before = query("from incidents order by all"), query("from incident_reports order by all")
    ingest(reports())
    assert (query("from incidents order by all"), query("from incident_reports order by all")) == before
    assert query("from incident_changes") == []


def test_a_report_that_reads_otherwise_now_leaves(ingest: Ingest, query: Query) -> None:
    a, b, _, _ = reports()
    ingest([a, b])
    later = MONDAY + timedelta(days=7)
    ingest([told("b.txt", "A correction.", count=9, date_start=later, date_end=later)])
    assert query(GROUPS) == [(["a.txt"],), (["b.txt"],)]
    assert query("select change from incident_changes") == [("left",)]


def test_one_document_keeps_its_events_apart(ingest: Ingest, query: Query) -> None:
    twice = success("x.txt", events=(arrest, lambda cut: arrest(cut, kind="surrender")))
    ingest([twice, told("a.txt")])
    assert query("select count(*) from incidents") == [(2,)]


def test_overrides_hold_in_every_run(settings: Settings, ingest: Ingest, query: Query) -> None:
    a, b, c, d = reports()
    ingest([a, b, c])
    named = query("select source_uri, event_id from events join documents using (document_id)")
    events = {uri: str(event) for uri, event in named}
    assert override([events["a.txt"], events["b.txt"][:13]], "apart", settings) == 1
    assert query(GROUPS) == [(["a.txt"],), (["b.txt"],), (["c.txt"],)]
    override([events["a.txt"], events["c.txt"]], "together", settings)
    assert query(GROUPS) == [(["a.txt", "c.txt"],), (["b.txt"],)]
    assert query("select distinct cause from incident_changes") == [("override",)]
    ingest([d])
    assert ["a.txt", "c.txt"] in [[uri for uri in group if uri in ("a.txt", "c.txt")] for (group,) in query(GROUPS)]
    override(list(events.values()), None, settings)
    assert query(GROUPS) == [(["a.txt", "b.txt", "d.txt"],), (["c.txt"],)]
    assert query("from incident_overrides") == []


def test_ids_are_not_used_again(settings: Settings, ingest: Ingest, query: Query) -> None:
    ingest(reports()[:1])
    ingest([success("z.txt", events=clash)])
    events = [str(event) for (event,) in query("select event_id from events")]
    first = {str(name) for (name,) in query("select incident_id from incidents")}
    override(events, "together", settings)
    override(events, "apart", settings)
    last = {str(name) for (name,) in query("select incident_id from incidents")}
    assert len(first) == len(last) == 2
    assert len(first & last) == 1


def test_overrides_name_events_that_are_there(settings: Settings, ingest: Ingest, query: Query) -> None:
    ingest([told(f"{n}.txt") for n in range(17)])  # ids begin with one of sixteen digits
    ((digit,), *_) = query("select left(event_id::varchar, 1) from events group by all having count(*) > 1")
    with pytest.raises(UserError, match="no event's id begins with zzz"):
        override(["zzz", "yyy"], "apart", settings)
    with pytest.raises(UserError, match=f"the ids of several events begin with {digit}"):
        override([digit, "yyy"], "apart", settings)
    with pytest.raises(UserError, match="an empty id names no event"):
        override(["", ""], "apart", settings)


def test_a_copy_is_no_source(ingest: Ingest, query: Query) -> None:
    story = " ".join(f"word{n}" for n in range(60))
    text = f"Soldiers arrested eight men of the Islamic State in Qaim on Monday. {story}."
    ingest([success("a.txt", text, arrest, site="One")])
    ingest([success("b.txt", text + " More in the paper.", arrest, site="Two")])
    ingest(
        [
            success("c.txt", text, arrest, site="Three", markup="c"),
            success("d.txt", "In brief: " + text, arrest, site="Four"),
        ]
    )
    original = query("select document_id from documents where source_uri = 'a.txt'")
    assert query("select distinct duplicate_of from documents where duplicate_of is not null") == original
    assert query("select count(duplicate_of) from documents") == [(3,)]
    assert query("select reports, sources from incidents") == [(1, 1)]
    assert query("select count(*) from incident_reports where is_copy and source = 'one'") == [(3,)]


def test_what_no_run_has_looked_at_is_resolved_alone(settings: Settings, ingest: Ingest, query: Query) -> None:
    ingest(reports())
    query("delete from incident_reports")
    query("delete from incidents")
    assert resolve_alone(settings) == 4
    assert query(GROUPS) == [(["a.txt", "b.txt", "d.txt"],), (["c.txt"],)]
    assert resolve_alone(settings) == 0
    assert query("select count(*) from runs where flow = 'incidents'") == [(2,)]


def test_period_totals_are_no_incident(ingest: Ingest, query: Query) -> None:
    ingest([told("a.txt", scope="period_total"), success("b.txt", events=clash)])
    assert query("select kind from incidents") == [("armed_clash",)]


def test_outlets_are_told_apart_by_their_host(query: Query, ingest: Ingest) -> None:
    ingest([])
    for url, site, outlet in [
        ("https://www.bbc.co.uk/news/1", "BBC News", "bbc"),
        ("https://amp.example.com/x", None, "example"),
        ("https://sahelledger.example/2020/a", "Sahel Ledger", "sahelledger"),
        (None, "The Northgate Post", "northgatepost"),
        (None, None, None),
    ]:
        assert query("select outlet($url, null, $site)", url=url, site=site) == [(outlet,)]


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory, empty: Callable[[Settings], None]) -> tuple[Path, UUID]:
    """A work database in which a fourth report has joined three, and the run that brought it."""
    folder = tmp_path_factory.mktemp("joined")
    own = Settings(data_dir=folder / "data")
    empty(own)
    take(own, folder, reports()[:3])
    return work_path(own), take(own, folder, reports()[3:]).run_id


@pytest.fixture
def harmed(joined: tuple[Path, UUID], tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of it, to be damaged."""
    with duckdb.connect(shutil.copy(joined[0], tmp_path)) as con:
        yield con


@pytest.mark.parametrize(
    "damage",
    [
        "delete from incident_reports where document_id in (select document_id from documents where title like '%d')",
        "delete from incident_reports where document_id in (select document_id from documents where title like '%a')",
        "insert into incident_reports from incident_reports where reason = 'alike' limit 1",
        "delete from incidents where reports > 1",
        "delete from incident_reports where incident_id in (select incident_id from incidents where reports > 1)",
    ],
)
@pytest.mark.parametrize("of_run", [True, False])
def test_incidents_that_a_run_left_broken_are_found(
    damage: str, of_run: bool, joined: tuple[Path, UUID], harmed: duckdb.DuckDBPyConnection
) -> None:
    run_id = joined[1] if of_run else None
    check(harmed, run_id, ["fail"])
    harmed.execute(damage)
    with pytest.raises(CheckError, match="incidents_are_whole"):
        check(harmed, run_id, ["fail"])


@pytest.mark.parametrize("of_run", [True, False])
def test_events_of_one_document_in_one_incident_are_found(
    of_run: bool, joined: tuple[Path, UUID], harmed: duckdb.DuckDBPyConnection
) -> None:
    harmed.execute("update incident_reports set document_id = (select max(document_id) from incident_reports)")
    with pytest.raises(CheckError, match="documents_keep_events_apart"):
        check(harmed, joined[1] if of_run else None, ["fail"])
