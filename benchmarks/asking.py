"""Asking: the publication of a large warehouse, and what analysts ask of each view and macro on it."""

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import duckdb

from benchmarks.invented_batch import EVENTS, write
from benchmarks.measure import Spread
from benchmarks.scale import load_alone, timed
from benchmarks.verdict import Verdict
from settings import Settings
from tasks import statement
from tasks.publish import publish
from tasks.warehouse import reading, work_path, writing

VIEW_SECONDS, PUBLISH_SECONDS = 1.0, 3.0
"""Targets: a view; a gigabyte published."""
GIGABYTE = 1_000_000_000
RECORDS = frozenset({"event_records", "incident_records"})
"""Views that make JSON of all there is, for one event or incident or a few at a time."""
LONG = 100_000
"""Rows from which on nobody looks at a view whole: they are counted, or the first are shown."""
GROWN = Path(__file__).with_name("grown.sql")
WHOLE = "select bit_xor(hash(v)) from {} as v"
"""All rows and columns are computed and none is fetched."""
CALLED = (
    "events_near(33.5, 43.5, 50)",
    "events_between('2018-03-01', '2018-03-31')",
    "actor_timeline('Group 17')",
    "search_text('word19999')",
    "as_of(now())",
)
"""Macros, as analysts call them."""


def asking(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the publication of a large warehouse, and each view on it."""
    with TemporaryDirectory() as made:
        settings = Settings(data_dir=Path(made) / "data", query_seconds=600)
        load_alone(write(Path(made) / "batch", options.told // EVENTS), settings)
        with writing(settings) as con:
            con.execute(GROWN.read_text("utf-8"))
        size = work_path(settings).stat().st_size
        seconds = [timed(lambda: publish(settings)) for _ in range(options.rounds)]
        each = Spread.of(one / size * GIGABYTE for one in seconds)
        yield Verdict("publication, seconds a gigabyte", f"{size:,} bytes", each, "at most", PUBLISH_SECONDS)
        with reading(settings) as con:
            yield from _views(con, options)


def _views(con: duckdb.DuckDBPyConnection, options: argparse.Namespace) -> Iterator[Verdict]:
    names = sorted(statement.texts("views").keys() - RECORDS)
    rows = {name: con.execute(f"select count(*) from {name}").fetchall()[0][0] for name in names}
    ((document,),) = con.execute("select min(document_id) from documents").fetchall()
    asked = [query for name in names for query in _asked(con, name, document, long=rows[name] > LONG)]
    asked += [f"from {call} limit 1000" for call in CALLED]
    times = {query: _seconds(con, query, options.rounds) for query in asked}
    on = f"{options.told:,} events"
    slow = {query: time for query, time in times.items() if time.middle > VIEW_SECONDS}
    for query, time in sorted(slow.items(), key=lambda item: -item[1].middle):
        yield Verdict(f"`{query}`, seconds", on, time, "at most", VIEW_SECONDS)
    rest = Spread.of(time.middle for query, time in times.items() if query not in slow)
    yield Verdict(f"the other {len(times) - len(slow)} questions, seconds", on, rest, "at most", VIEW_SECONDS)
    long = [name for name in names if rows[name] > LONG]
    if long:
        whole = Spread.of(_seconds(con, WHOLE.format(name), 1).middle for name in long)
        yield Verdict(f"all rows and columns of the {len(long)} views with more than {LONG:,} rows, seconds", on, whole)


def _asked(con: duckdb.DuckDBPyConnection, name: str, document: UUID, *, long: bool) -> Iterator[str]:
    if not long:
        yield WHOLE.format(name)
        return
    yield f"select count(*) from {name}"
    yield f"from {name} limit 1000"
    if any(column == "document_id" for column, *_ in con.execute(f"describe {name}").fetchall()):
        yield f"from {name} where document_id = '{document}'"


def _seconds(con: duckdb.DuckDBPyConnection, query: str, rounds: int) -> Spread:
    return Spread.of(timed(partial(_all, con, query)) for _ in range(rounds))


def _all(con: duckdb.DuckDBPyConnection, query: str) -> None:
    con.execute(query).fetchall()
