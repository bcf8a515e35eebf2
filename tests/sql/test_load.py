import json
import multiprocessing
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Timer
from typing import Any
from uuid import uuid4

import polars as pl
import pytest

import tasks.load
from extraction.events.event import Evidence, Span
from settings import Settings
from tasks.check import CheckError, check
from tasks.errors import UserError
from tasks.health import lock
from tasks.load import Run, load
from tasks.page import Rejection
from tasks.stage import stage
from tasks.warehouse import sole_writer, writing
from tests.sql.conftest import Ingest, Query
from tests.sql.invented import arrest, clash, success

COUNTS = """
    select (select count(*) from documents), (select count(*) from events), (select count(*) from mentions),
    (select count(*) from event_participants) + (select count(*) from event_places)
    + (select count(*) from event_quantities) + (select count(*) from event_evidence),
    (select count(*) from rejections), (select count(*) from event_changes)
"""


def test_a_page_becomes_a_document_with_its_facts(ingest: Ingest, query: Query) -> None:
    loaded = ingest([success()])
    assert (loaded.pages, loaded.new, loaded.changed, loaded.unchanged) == (1, 1, 0, 0)
    assert loaded.new_events == {"arrest": 1}
    assert query("select kind, status, date_start::varchar from events") == [("arrest", "occurred", "2019-11-04")]
    assert query("select role, name, wording from event_participants order by slot_number") == [
        ("actor", "Iraqi Army", "Soldiers"),
        ("target", "Islamic State", "Islamic State"),
    ]
    assert query("select slot, wording from event_evidence where slot in ('event', 'quantity') order by 1") == [
        ("event", "arrested"),
        ("quantity", "eight men"),
    ]


def test_loading_the_same_again_adds_nothing(ingest: Ingest, query: Query) -> None:
    batch = [success(), success("b.txt", "Two gunmen were killed near Mosul.", clash), Rejection("c.txt", "empty")]
    first = ingest(batch)
    held = query(COUNTS)
    again = ingest(batch)
    assert query(COUNTS) == held
    assert (first.new, first.unchanged) == (2, 0)
    assert (again.new, again.changed, again.unchanged, again.new_events) == (0, 0, 2, {})
    assert again.rejections == {"empty": 1}


def test_a_changed_page_replaces_its_document_and_says_what_changed(ingest: Ingest, query: Query) -> None:
    ingest([success(events=[arrest, clash])])
    (created,) = query("select created_at from documents")
    loaded = ingest([success(text="Soldiers arrested eight men of the Islamic State in Qaim on Monday, at dawn.")])
    assert (loaded.new, loaded.changed) == (0, 1)
    assert query("select count(*), min(created_at) from documents") == [(1, *created)]
    changes = query("select change, \"before\" ->> '$.kind', \"after\" ->> '$.kind' from event_changes order by all")
    # The invented ids hang on the page: its new version tells an arrest of its own.
    assert changes == [("added", None, "arrest"), ("removed", "armed_clash", None), ("removed", "arrest", None)]
    assert query("select count(*) from mentions") == [(0,)]
    assert query("select kind from events") == [("arrest",)]


def test_other_rules_read_the_same_page_anew(ingest: Ingest, query: Query) -> None:
    ingest([success()])
    loaded = ingest([success(events=lambda cut: arrest(cut, 9), ruleset="rules-2")])
    assert (loaded.changed, loaded.changed_events, loaded.removed_events, loaded.new_events) == (1, 1, 0, {})
    ((change, before, after),) = query('select change, "before", "after" from event_changes')
    assert change == "changed"
    assert [json.loads(record)["quantities"][0]["low"] for record in (before, after)] == [8, 9]


def test_what_a_changed_page_said_before_is_kept_with_the_difference(ingest: Ingest, query: Query) -> None:
    first, second, third = ("It began at dawn.", "Two died.", "It ended at noon.")
    difference = "select title_before, title_after, removed, added from document_changes as c order by c.at"
    ingest([success(text=f"{first}\n\n{second}", events=[])])
    ingest([success(text=f"{first}\n\n{second}", events=[], ruleset="rules-2")])
    assert query(difference) == []
    ingest([success(text=f"{first}\n\n{third}", events=[])])
    assert query(difference) == [("Eight held in Qaim", "Eight held in Qaim", [second], [third])]
    ingest([success(text=f"{third}\n\n{first}", events=[], title="Noon")])
    assert query(difference)[1:] == [("Eight held in Qaim", "Noon", [], [])]
    assert query("select text from document_versions as v order by v.at") == [
        (f"{first}\n\n{second}",),
        (f"{first}\n\n{third}",),
    ]


def test_identical_pages_are_one_document_and_a_rejection_that_names_it(ingest: Ingest, query: Query) -> None:
    loaded = ingest([success("a.txt")], [success("b.txt")])
    assert (loaded.new, loaded.rejections) == (1, {"duplicate": 1})
    ingest([success("c.txt")])
    assert query("select source_uri, detail from rejections order by 1") == [
        ("b.txt", "duplicate of a.txt"),
        ("c.txt", "duplicate of a.txt"),
    ]
    assert query("select count(*) from events") == [(1,)]


def test_one_page_handed_in_twice_is_loaded_once(ingest: Ingest, query: Query) -> None:
    loaded = ingest([success(url="https://a.example/1")], [success("copy.txt", url="https://a.example/1")])
    assert (loaded.new, loaded.rejections) == (1, {"duplicate": 1})
    assert query("select count(*) from event_quantities") == [(1,)]


def test_of_two_versions_of_a_page_in_one_run_the_last_fetched_counts(ingest: Ingest, query: Query) -> None:
    url = "https://a.example/1"
    late = success("late.html", url=url, fetched_at=datetime(2020, 1, 2, tzinfo=UTC))
    early = success("early.html", "Two gunmen were killed near Mosul.", clash, url=url,
                    fetched_at=datetime(2020, 1, 1, tzinfo=UTC))  # fmt: skip
    loaded = ingest([late, early])
    assert (loaded.new, loaded.rejections, loaded.new_events) == (1, {"duplicate": 1}, {"arrest": 1})
    assert query("select source_uri, detail from rejections") == [("early.html", "an older version of late.html")]


def test_an_older_version_that_comes_later_leaves_the_standing_one(ingest: Ingest, query: Query) -> None:
    url = "https://a.example/1"
    old, new = (datetime(2020, 1, day, tzinfo=UTC) for day in (1, 2))
    ingest([success("late.html", url=url, fetched_at=new)])
    early = success("early.html", "Two gunmen were killed near Mosul.", clash, url=url, fetched_at=old)
    loaded = ingest([early, success("b.txt", "Two gunmen were killed near Mosul.", clash)])
    assert (loaded.new, loaded.changed, loaded.rejections) == (1, 0, {"duplicate": 1})
    assert query("select source_uri, detail from rejections") == [("early.html", "an older version of late.html")]
    assert query("select duplicate_of = (select page_id from documents where url is not null) from rejections") == [
        (True,)
    ]
    assert query("select kind from events order by kind") == [("armed_clash",), ("arrest",)]


def test_where_a_time_of_fetching_is_not_known_the_last_handed_in_counts(ingest: Ingest, query: Query) -> None:
    url = "https://a.example/1"
    ingest([success("dated.html", url=url, fetched_at=datetime(2020, 1, 2, tzinfo=UTC))])
    loaded = ingest([success("undated.html", "Two gunmen were killed near Mosul.", clash, url=url)])
    assert (loaded.changed, query("select source_uri from documents")) == (1, [("undated.html",)])


def test_documents_with_one_text_point_to_the_first(ingest: Ingest, query: Query) -> None:
    ingest([success("a.html", markup="<p>first page</p>")])
    ingest([success("b.html", markup="<p>second page</p>"), success("c.html", markup="<p>third page</p>")])
    pointing = """select d.source_uri, o.source_uri from documents as d
        left join documents as o on d.duplicate_of = o.document_id order by 1"""
    assert query(pointing) == [("a.html", None), ("b.html", "a.html"), ("c.html", "a.html")]
    ingest([success("a.html", "Two gunmen were killed near Mosul.", clash)])
    assert query(pointing) == [("a.html", None), ("b.html", None), ("c.html", "b.html")]


def test_a_failing_check_rolls_everything_back(ingest: Ingest, query: Query) -> None:
    ingest([success()])
    held = query(COUNTS)

    def shifted(cut: Any) -> Any:
        return arrest(cut, participants=(), evidence=(Evidence(slot="event", span=Span(sentence=1, start=3, end=9)),))

    def bare(cut: Any) -> Any:
        return arrest(cut, evidence=())

    good = success("b.txt", "Two gunmen were killed near Mosul.", clash)
    with pytest.raises(CheckError, match="events_have_evidence"):
        ingest([good, success("c.txt", markup="bare", events=bare)])
    assert query(COUNTS) == held
    assert ingest([good, success("c.txt", markup="shifted", events=shifted)]).new == 2


def test_evidence_that_is_not_in_the_text_fails(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    with writing(settings) as con:
        con.execute("update event_evidence set char_start = char_start + 1 where slot = 'event'")
        with pytest.raises(CheckError, match="evidence_matches_text found 1 rows"):
            check(con)


def test_text_outside_the_basic_plane_keeps_its_offsets(ingest: Ingest, query: Query) -> None:
    text = "\U0001f525 Cafe\u0301 news. Soldiers arrested eight men of the Islamic State in Qaim on Monday."
    ingest([success(text=text, title="Half a pair: \ud83d")])
    assert query("select title from documents") == [("Half a pair: ?",)]
    sql = """select substring(text, char_start + 1, char_end - char_start) from event_evidence
        join events using (event_id) join documents using (document_id) where slot = 'quantity'"""
    assert query(sql) == [("eight men",)]


def test_more_rows_than_a_row_group_arrive_whole(ingest: Ingest, query: Query) -> None:
    # DuckDB keeps rows in groups of 122,880; what it thinks of a table's values may be wrong from the second on.
    many = 130_000

    def much(cut: Any) -> Any:
        (told,) = arrest(cut).evidence
        notes = (told._replace(slot=f"note {n}") for n in range(many))
        return arrest(cut, participants=(), places=(), quantities=(), evidence=(told, *notes))

    assert ingest([success(events=much)]).new_events == {"arrest": 1}
    assert query("select count(*), count(distinct slot) from event_evidence") == [(many + 1, many + 1)]


def test_a_staged_row_that_is_missing_stops_the_load(settings: Settings, query: Query, tmp_path: Path) -> None:
    staged = stage([success()], tmp_path, "0")
    file = staged.path / "mentions.parquet"
    pl.read_parquet(file).head(-1).write_parquet(file)
    with pytest.raises(CheckError, match="3 rows of mentions were staged, 2 are there to load"):
        load([staged], Run(uuid4(), "test", datetime.now(UTC)), settings)
    assert query("select count(*) from documents") == [(0,)]


def test_a_run_without_batches_is_recorded(ingest: Ingest, query: Query) -> None:
    loaded = ingest(known=7)
    assert (loaded.pages, loaded.unchanged) == (7, 7)
    assert query("select flow, pages, documents_unchanged from runs") == [("test", 7, 7)]


def test_the_same_rejection_is_kept_once(ingest: Ingest, query: Query) -> None:
    cut = Rejection("a.warc", "broken file", "cut after record 3")
    ingest([cut, cut, Rejection("a.warc", "broken file", "cut after record 4")])
    ingest([cut])
    assert query("select count(*) from rejections") == [(2,)]


def _hold(settings: Settings, held: Any, done: Any) -> None:
    with sole_writer(settings):
        held.set()
        done.wait(30)


def test_a_second_writer_is_told_who_writes(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    spawn = multiprocessing.get_context("spawn")
    held, done = spawn.Event(), spawn.Event()
    other = spawn.Process(target=_hold, args=(settings, held, done))
    other.start()
    try:
        assert held.wait(30)
        named = rf"process {other.pid} \(.*\), since \d{{4}}-.*Z is writing to .*warehouse\.duckdb: try again"
        with pytest.raises(UserError, match=named), sole_writer(settings, 0):
            pass
        (found,) = lock(settings)
        assert found.level == "fine"
        assert f"held by process {other.pid} (" in found.says
        monkeypatch.setattr("tasks.health.LONGEST_HOLD", timedelta(0))
        (found,) = lock(settings)
        assert (found.level, found.do.partition(";")[0]) == ("wrong", f"end that process: kill {other.pid}")
    finally:
        done.set()
        other.join()
    assert [found.says for found in lock(settings)] == ["nobody is writing"]
    with sole_writer(settings, 0) as path:
        assert path.parent.is_dir()


def _die_in_mid_load(settings: Settings, folder: Path) -> None:
    def die(*_: Any) -> tuple[str, ...]:
        os._exit(9)

    vars(tasks.load)["check"] = die
    load([stage([success()], folder, "0")], Run(uuid4(), "test", datetime.now(UTC)), settings)


def test_a_load_that_dies_leaves_nothing_and_the_next_one_works(
    settings: Settings, ingest: Ingest, query: Query, tmp_path: Path
) -> None:
    other = multiprocessing.get_context("spawn").Process(target=_die_in_mid_load, args=(settings, tmp_path / "dead"))
    other.start()
    other.join()
    assert other.exitcode == 9
    with writing(settings):
        pass
    assert query("select count(*) from documents") == [(0,)]
    assert ingest([success()]).new == 1


@pytest.fixture
def _heard() -> Iterator[None]:
    """Ctrl-C is heard even where the tests run in the background, which starts them deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heard")
def test_ctrl_c_in_a_query_is_an_interrupt_and_leaves_nothing(settings: Settings) -> None:
    with pytest.raises(KeyboardInterrupt), writing(settings) as con:  # noqa: PT012 - what was begun must be gone
        con.execute("begin")
        con.execute("create table half_done (x integer)")
        signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background
        Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
        con.execute("select count(*) from range(1_000_000) a, range(1_000_000) b where hash(a.range, b.range) = 0")
    with writing(settings) as con:
        assert con.execute("select count(*) from duckdb_tables() where table_name = 'half_done'").fetchall() == [(0,)]
