from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import polars as pl
import pytest

from extraction.read import read, ruleset
from settings import Settings
from tasks.errors import UserError
from tasks.ingest import AtOnce, ingest
from tasks.load import Change, Run, load
from tasks.replay import find_documents, replay
from tasks.reread import Rereading, plan
from tasks.warehouse import published_path, writing
from tests.sql.conftest import Query, answered

pytestmark = pytest.mark.usefixtures("here")

QAIM = """Eight held in Qaim

Soldiers arrested eight men of the Islamic State in the city of Qaim on 4 November 2019, the Iraqi army said.

A roadside bomb killed two policemen near Mosul on the same day, and three others were wounded by the blast.
"""
KIRKUK = """Blast in Kirkuk

A car bomb killed four civilians in the city of Kirkuk on 5 November 2019, police said. Nobody has claimed the attack.

Police arrested three men after the explosion, and closed the road to the market for the night.
"""
TABLES = {
    "documents": "* exclude (ruleset_version, facts_digest, run_id)",
    "events": "* exclude (ruleset_version, updated_at)",
    "event_participants": "*",
    "event_places": "*",
    "event_quantities": "*",
    "event_evidence": "*",
    "mentions": "*",
}
"""What a replay under the same rules leaves as it is."""

Held = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", workers=1)


@pytest.fixture
def told(settings: Settings, tmp_path: Path, empty: Callable[[Settings], None]) -> Held:
    """Two documents read by the rules at hand, and what they tell."""
    empty(settings)
    for name, text in (("qaim", QAIM), ("kirkuk", KIRKUK)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    ingest([str(tmp_path / "qaim.txt"), str(tmp_path / "kirkuk.txt")], settings, AtOnce())
    return held(settings)


def held(settings: Settings) -> Held:
    asked = [f"select {columns} from {table} order by all" for table, columns in TABLES.items()]
    return dict(zip(TABLES, answered(settings, asked), strict=True))


def read_by_others(settings: Settings) -> None:
    """Have the document on Qaim read by rules that saw nine men and no blast."""
    with writing(settings) as con:
        con.execute("update documents set ruleset_version = 'former'")
        con.execute("update events set ruleset_version = 'former'")
        con.execute("update documents set facts_digest = 'other' where source_uri like '%qaim.txt'")
        con.execute("update event_quantities set low = 9, high = 9 where role = 'arrested' and low = 8")
        con.execute(
            "create temp table gone as select event_id from events where kind = 'ied_explosion' and document_id "
            "in (select document_id from documents where source_uri like '%qaim.txt')"
        )
        for table in ("events", "event_participants", "event_places", "event_quantities", "event_evidence"):
            con.execute(f"delete from {table} where event_id in (from gone)")


def test_new_rules_read_what_is_stored_and_say_what_differs(settings: Settings, query: Query, told: Held) -> None:
    read_by_others(settings)
    done = replay(settings, AtOnce())
    assert (done.changed, done.confirmed, done.failed, done.current) == (1, 1, 0, 0)
    assert done.changes == {
        Change("arrest", "changed", None): 1,
        Change("arrest", "changed", "quantities"): 1,
        Change("ied_explosion", "added", None): 1,
    }
    assert {table: rows for table, rows in held(settings).items() if table != "events"} == {
        table: rows for table, rows in told.items() if table != "events"
    }
    assert query(
        "select distinct ruleset_version from documents union select distinct ruleset_version from events"
    ) == [(ruleset(),)]
    assert query("select cause, change from event_changes order by change") == [
        ("new rules", "added"),
        ("new rules", "changed"),
    ]
    assert done.warehouse == published_path(settings)
    again = replay(settings, AtOnce())
    assert (again.read, again.current, again.changes) == (0, 2, {})


def test_ids_and_first_times_of_what_stays_are_kept(settings: Settings, query: Query, told: Held) -> None:
    read_by_others(settings)
    stayed = dict(query("select event_id, created_at from events"))
    replay(settings, AtOnce())
    found = dict(query("select event_id, created_at from events"))
    assert found.keys() == {row[0] for row in told["events"]}
    assert {event: found[event] for event in stayed} == stayed


def test_a_rehearsal_says_the_same_and_changes_nothing(settings: Settings, query: Query, told: Any) -> None:
    read_by_others(settings)
    before = held(settings)
    published = published_path(settings).resolve()
    rehearsed = replay(settings, AtOnce(), rehearse=True)
    assert held(settings) == before
    assert published_path(settings).resolve() == published
    assert rehearsed.warehouse is None
    assert query("select count(*) from runs where flow = 'replay'") == [(0,)]
    assert replay(settings, AtOnce()).changes == rehearsed.changes


def test_all_reads_what_the_same_rules_have_read(settings: Settings, query: Query, told: Any) -> None:
    done = replay(settings, AtOnce(), every=True)
    assert (done.changed, done.confirmed, done.changes) == (0, 2, {})
    assert held(settings) == told


def test_a_document_replaced_meanwhile_stays_as_it_was_replaced(
    settings: Settings, query: Query, tmp_path: Path, told: Any
) -> None:
    read_by_others(settings)
    find_documents(settings, tmp_path / "documents.parquet")
    (tmp_path / "qaim.txt").write_text(QAIM.replace("eight men", "twelve men"), "utf-8")
    ingest([str(tmp_path / "qaim.txt")], settings, AtOnce())
    before = held(settings)
    staged = [
        Rereading(tmp_path / "staged", read)(batch, lambda _: None).staged
        for batch in plan(tmp_path / "documents.parquet", 10)
    ]
    loaded = load(staged, run(), settings)
    assert (loaded.new, loaded.changed, loaded.unchanged) == (0, 0, 1)
    assert held(settings) == before


def run() -> Run:
    return Run(uuid4(), "replay", datetime.now(UTC))


def test_a_document_that_cannot_be_read_keeps_its_facts_and_is_named(
    settings: Settings, query: Query, tmp_path: Path, told: Any
) -> None:
    read_by_others(settings)
    before = held(settings)
    find_documents(settings, tmp_path / "documents.parquet")

    def failing(document: Any) -> Any:
        if document.source_uri.endswith("qaim.txt"):
            raise ValueError("no such word")
        return read(document)

    (batch,) = plan(tmp_path / "documents.parquet", 10)
    haul = Rereading(tmp_path / "staged", failing)(batch, lambda _: None)
    assert (haul.pages, haul.rejected) == (2, 1)
    load([haul.staged], run(), settings)
    assert held(settings) == before
    assert query("select reason, detail from rejections") == [
        ("crashed", "read anew; its former facts stay: ValueError: no such word")
    ]
    find_documents(settings, tmp_path / "again.parquet")
    assert pl.read_parquet(tmp_path / "again.parquet")["source_uri"].to_list() == [str(tmp_path / "qaim.txt")]


def test_one_that_kills_its_worker_is_named_by_its_source(tmp_path: Path, settings: Settings, told: Any) -> None:
    find_documents(settings, tmp_path / "documents.parquet", every=True)
    (batch,) = plan(tmp_path / "documents.parquet", 10)
    condemned = batch.condemn(0, "too slow", "its worker was ended")
    staged = Rereading(tmp_path / "staged", read)(condemned, lambda _: None).staged
    rows = pl.read_parquet(staged.path / "rejections.parquet").rows(named=True)
    assert [(Path(row["source_uri"]).name in {"qaim.txt", "kirkuk.txt"}, row["detail"]) for row in rows] == [
        (True, "read anew; its former facts stay: its worker was ended")
    ]


def test_without_a_warehouse_one_line_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(UserError, match=r"^no warehouse in .*: make one with `sitrep ingest"):
        replay(settings, AtOnce())
