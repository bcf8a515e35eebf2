"""Load: the staged batches of one run into the work database, in one transaction with its checks."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from uuid import UUID

import duckdb

from settings import Settings
from tasks import statement
from tasks.check import CheckError, Finding, Severity, check, record, warnings
from tasks.frame import run as run_step
from tasks.garbage import seldom
from tasks.memory import bound, shed
from tasks.report import Incidents
from tasks.resolve import resolve
from tasks.rows import RELATIONS
from tasks.stage import Staged, stage
from tasks.warehouse import writing


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the main job. `known` counts the pages that no batch holds because the warehouse knew them."""

    run_id: UUID
    flow: str
    started_at: datetime
    known: int = 0


ROW_MEMORY = 130
"""Bytes of memory that a load may take for each row, above those of any writer: with 100, one of a million events ran
out of it now and then."""
HELD_MEMORY = 250
"""The same for each event that the warehouse holds: new ones are compared with them."""

COMMIT_SHARE = 0.5
"""Share of a load's memory that its commit has: DuckDB fills whatever it gets with the tables that it writes anew,
which adds to all that the load has taken outside of it."""


class Change(NamedTuple):
    """What happened to events of a kind: added, removed or changed; of the changed ones also by slot."""

    kind: str
    change: str
    slot: str | None
    """The slot that differs; null for all events with this change."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did. `pages` is the sum of new, changed and unchanged documents and of rejections."""

    run_id: UUID
    pages: int
    new: int
    changed: int
    unchanged: int
    rejections: Mapping[str, int]
    """Pages by reason, those that were rejected before included."""
    new_events: Mapping[str, int]
    """Events that the warehouse did not hold, by kind."""
    changes: Mapping[Change, int]
    """Events of documents that were read anew, by what happened to them."""
    changed_events: int
    removed_events: int
    incidents: Incidents
    checks: tuple[Finding, ...]
    """What each check found, those that found nothing included."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the checks of severity `warn` found, a line each."""
        return warnings(self.checks)


def load(staged: Sequence[Staged], run: Run, settings: Settings, *, rehearse: bool = False) -> Loaded:
    """Merge `staged` into the work database and record `run`; all of it or, where anything fails, nothing.

    With `rehearse` it is done and undone: only what it came to remains.

    Loading the same batches again adds no document, event or rejection. A page with other content than before
    replaces its document and its events, and `event_changes` keeps what differs.

    Raises:
        UserError: Another process holds the work database for too long.
        CheckError: A check found rows that must not be, or rows that were staged are missing.
    """
    with _something(staged) as batches, seldom(), writing(settings) as con:
        _prepare(con, batches)
        _open(con, batches)
        con.execute("begin")
        try:
            loaded = _merge(con, run)
            if not rehearse:
                shed(con, COMMIT_SHARE)
                con.execute("commit")
        except BaseException as error:
            with suppress(duckdb.Error):  # a database that could not be written has undone it itself
                con.execute("rollback")
            if isinstance(error, CheckError):
                record(con, error.findings, run.run_id)
            raise
        loaded = replace(loaded, checks=loaded.checks + _checked(con, run, "warn"))
        if rehearse:
            con.execute("rollback")
    return loaded


def _checked(con: duckdb.DuckDBPyConnection, run: Run, severity: Severity) -> tuple[Finding, ...]:
    findings = check(con, run.run_id, [severity])
    record(con, findings, run.run_id)
    return findings


@contextmanager
def _something(staged: Sequence[Staged]) -> Iterator[Sequence[Staged]]:
    """Give what was staged, or an empty batch."""
    if staged:
        yield staged
    else:
        with TemporaryDirectory() as spare:
            yield [stage([], Path(spare), "none")]


def _prepare(con: duckdb.DuckDBPyConnection, staged: Sequence[Staged]) -> None:
    """Give a large load the memory that its rows and the events held take, and leave the order of rows open."""
    rows = sum(sum(batch.counts.values()) for batch in staged)
    ((held,),) = con.execute("select count(*) from events").fetchall()
    bound(con, rows * ROW_MEMORY + held * HELD_MEMORY)
    con.execute("set preserve_insertion_order = false")


def _open(con: duckdb.DuckDBPyConnection, staged: Sequence[Staged]) -> None:
    """Have the staged rows at hand as temporary views, each relation as its own."""
    files = {relation: [str(batch.path / f"{relation}.parquet") for batch in staged] for relation in RELATIONS}
    for step in statement.texts("staged"):
        run_step(con, "staged", step, files)
    _require_all(con, staged)


def _require_all(con: duckdb.DuckDBPyConnection, staged: Sequence[Staged]) -> None:
    for relation, there in _counts(con, "staged_rows").items():
        if there != (told := sum(batch.counts[relation] for batch in staged)):
            raise CheckError(f"nothing was loaded: {told} rows of {relation} were staged, {there} are there to load")


def _merge(con: duckdb.DuckDBPyConnection, run: Run) -> Loaded:
    values = {
        "run_id": run.run_id,
        "flow": run.flow,
        "started_at": run.started_at,
        "ended_at": datetime.now(UTC),
        "known": run.known,
    }
    for step in statement.texts("load"):
        run_step(con, "load", step, values)
    resolve(con, run.run_id)
    checks = _checked(con, run, "fail")
    pages, new, changed, unchanged, changed_events, removed_events = _of_run(con, "loaded_run", run)[0]
    return Loaded(
        run_id=run.run_id,
        pages=pages,
        new=new,
        changed=changed,
        unchanged=unchanged,
        rejections=_counts(con, "loaded_rejections"),
        new_events=_counts(con, "loaded_events"),
        changes=_changes(con, run),
        changed_events=changed_events,
        removed_events=removed_events,
        incidents=Incidents(*_of_run(con, "loaded_incidents", run)[0]),
        checks=checks,
    )


def _changes(con: duckdb.DuckDBPyConnection, run: Run) -> dict[Change, int]:
    return {Change(kind, change, slot): count for kind, change, slot, count in _of_run(con, "loaded_changes", run)}


def _of_run(con: duckdb.DuckDBPyConnection, query: str, run: Run) -> list[tuple[Any, ...]]:
    return con.execute(statement.text("queries", query), {"run_id": run.run_id}).fetchall()


def _counts(con: duckdb.DuckDBPyConnection, query: str) -> dict[str, int]:
    return dict(con.execute(statement.text("queries", query)).fetchall())
