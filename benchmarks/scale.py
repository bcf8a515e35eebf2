"""Scale: measures of a warehouse of a million events and five million rows that hang on them."""

import argparse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import uuid4

from benchmarks import corpus
from benchmarks.invented_batch import EVENTS, write
from benchmarks.loading import leave_out_incidents
from benchmarks.measure import Spread, interleaved, run
from benchmarks.verdict import Verdict
from settings import Settings
from tasks.compact import compact
from tasks.load import Run, load
from tasks.stage import Staged
from tasks.warehouse import work_path

LOAD, GROWTH, REPLAY, INCREMENT = 0.8, 1.1, 50.0, 1.2
"""Targets: speed of a load to DuckDB's own; the file after many small loads to one; a replay to an ingest; a day's
pages into a large warehouse to those into an empty one."""
DAYS, DAILY = 50, 100
"""Small loads, and documents of each."""
A_DAY = 1_000
"""Pages of a large day."""


def loading(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure a load against INSERT … SELECT of the same Parquet, in turn."""
    with TemporaryDirectory() as made:
        batch = Path(made) / "batch"
        write(batch, options.told // EVENTS)
        loads, inserts = interleaved(
            options.rounds, ("benchmarks.loading", ("load", batch)), ("benchmarks.loading", ("insert", batch))
        )
    on = f"{options.told:,} events, {loads[0].done - options.told:,} other rows"
    pairs = list(zip(loads, inserts, strict=True))
    yield Verdict("load, rows a second", on, Spread.of(one.rate for one in loads))
    speeds = Spread.of(other.seconds / one.seconds for one, other in pairs)
    yield Verdict("speed of a load to INSERT … SELECT", on, speeds, "at least", LOAD)
    spent = Spread.of(other.processor_seconds / one.processor_seconds for one, other in pairs)
    yield Verdict("the same by processor time", on, spent)


def growth(_: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the file after many small loads and a compaction against one load of the same documents."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        once, daily = Settings(data_dir=folder / "once"), Settings(data_dir=folder / "daily")
        base = 20 * DAILY
        load_alone(write(folder / "all", base + DAYS * DAILY), once)
        load_alone(write(folder / "base", base), daily)
        for day in range(DAYS):
            load_alone(write(folder / str(day), DAILY, base + day * DAILY), daily)
        least = work_path(once).stat().st_size
        before = work_path(daily).stat().st_size
        after = compact(daily).after
    on = f"{DAYS} loads of {DAILY} documents into {base:,}"
    yield Verdict("file after small loads to one load", on, Spread.of([before / least]))
    yield Verdict("the same after a compaction", on, Spread.of([after / least]), "at most", GROWTH)


def load_alone(batch: Staged, settings: Settings) -> None:
    """Load a batch without resolving incidents."""
    leave_out_incidents()
    load([batch], Run(uuid4(), "benchmark", datetime.now(UTC)), settings)


def timed(step: Callable[[], object]) -> float:
    """Return the seconds that a step takes."""
    began = perf_counter()
    step()
    return perf_counter() - began


def replaying(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure a replay of all documents, and one that finds all of them current, against ingesting their pages."""
    with TemporaryDirectory() as made:
        corpus.write(Path(made), options.pages, "news", options.seed)
        jobs = [("benchmarks.again", (made, options.workers, what)) for what in ("ingest", "replay", "current")]
        pages, every, current = interleaved(options.rounds, *jobs)
    on = f"{options.pages:,} news pages, {options.workers} workers"
    faster = Spread.of(one.seconds / other.seconds for one, other in zip(pages, every, strict=True))
    yield Verdict("speed of a replay of all to an ingest", on, faster, "at least", REPLAY)
    faster = Spread.of(one.seconds / other.seconds for one, other in zip(pages, current, strict=True))
    yield Verdict("speed of a replay that finds all current", on, faster, "at least", REPLAY)


def increment(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the whole job on a day's pages into a warehouse that holds many documents against an empty one."""
    with TemporaryDirectory() as made:
        corpus.write(Path(made), A_DAY, "news", options.seed)
        empty, full = (run("benchmarks.increment", made, options.workers, held) for held in (0, options.held))
    on = f"{A_DAY:,} news pages into {options.held:,} documents"
    slower = Spread.of([full.seconds / empty.seconds])
    yield Verdict("time of a day's pages to that into an empty warehouse", on, slower, "at most", INCREMENT)
