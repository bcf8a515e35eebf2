"""Steps: what the main job does with the sources found, in its order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from heapq import nlargest
from itertools import chain
from pathlib import Path
from shutil import rmtree
from typing import ParamSpec, TypeVar
from uuid import uuid4

from extraction.read import read
from settings import Settings
from tasks import bookmark
from tasks.apart import apart
from tasks.batch import SLOWEST, Haul, Process, Timing
from tasks.furniture import Furniture, survey
from tasks.gazetteer import gazetteer
from tasks.ingest import Engine
from tasks.kept import kept
from tasks.known import known_pages
from tasks.load import Loaded, Run, load
from tasks.page import Page, Rejection
from tasks.pool import Pool
from tasks.portion import portions, together
from tasks.publish import publish
from tasks.read import pages, plan
from tasks.relay import relay
from tasks.report import Report
from tasks.slice import Batch, Slice, tapered
from tasks.source import Carrier, Expansion, Source
from tasks.stage import Staged, staging
from tasks.warehouse import make_warehouse
from tasks.watch import tell

P = ParamSpec("P")
R = TypeVar("R")

WITH_TEXT: frozenset[Carrier] = frozenset({"text", "jsonl", "parquet"})
"""Carriers that may hold pages of plain text."""
PORTION = 1_000
"""Fresh pages that are loaded in one go: half a minute of work, which is what a run that dies may lose."""
EXTRACT = "clean and extract"
"""Name of the step that is done batch by batch."""


def take_steps(found: Expansion, settings: Settings, engine: Engine, pool: Pool, started: datetime) -> Report:
    """Take pages from the sources found to the published warehouse, with a pool that has no work yet.

    Batches are staged, and then loaded in one transaction; a large input in several, each of a thousand pages that
    follow one another. A run that ends before its time has loaded all of a portion or nothing of it; what it had staged
    is taken up by the next run over the same input. Raises what `ingest` does.
    """

    def step(name: str, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        tell(name)
        return engine.call(name, function, *args, **kwargs)

    sources = found.sources
    with staging(settings) as folder, relay(settings, folder.name) as far:
        furniture = step("survey text pages", survey_sources, sources, settings, folder / "survey")
        known = step("look up known pages", known_pages, settings, folder)
        places = step("open gazetteer", gazetteer, settings)
        far = far.offering(known.path, places.path)
        left = None if far.folder else kept(settings, sorted(furniture.repeated), places)
        pool.employ(Process(settings, known, furniture, folder / "batches", read, places, left, far))
        step("make warehouse", make_warehouse, settings)  # while the workers make ready
        batches = plan(sources, settings, _made(folder / "spool"))
        loads: list[Loaded] = []
        slowest: list[Timing] = []
        for portion, ends in _extracted(engine, pool, batches, found.pages, settings.workers):
            run = Run(uuid4(), "ingest", started, known=sum(haul.unchanged for haul in portion))
            staged = [far.fetch(haul.staged) for haul in portion]
            loads.append(step("load", load if _fresh(portion) < PORTION else _load_apart, staged, run, settings))
            bookmark.place(ends, settings)
            slowest = _slowest(slowest, portion)
            for haul in portion:
                rmtree(haul.staged.path)
    warehouse = step("publish", publish, settings)
    bookmark.take_out(sources, settings)
    return _report(started, together(loads), slowest, warehouse, found.ignored)


def survey_sources(sources: Iterable[Source | Rejection], settings: Settings, spool: Path) -> Furniture:
    """Return the furniture of all pages of plain text among the sources."""
    with_text = [source for source in sources if isinstance(source, Source) and source.carrier in WITH_TEXT]
    return survey(_pages(plan(with_text, settings, _made(spool)), settings))


def _pages(batches: Iterable[Batch], settings: Settings) -> Iterator[Page]:
    for batch in batches:
        yield from (page for page in pages(batch, settings, lambda _: None) if isinstance(page, Page))
        batch.release()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _extracted(
    engine: Engine, pool: Pool, batches: Iterable[Batch], total: int | None, workers: int
) -> Iterator[tuple[list[Haul], dict[str, Slice]]]:
    """Yield what is to be loaded in one go and how far that is in archives, telling how far it has come.

    The workers rest meanwhile, so that their memory and that of a load do not add up, and end behind the last batch.
    """
    hauls: list[Haul] = []
    ends: dict[str, Slice] = {}
    done = 0
    tell(EXTRACT, done, total)
    for portion in portions(batches, PORTION):
        for haul in engine.each(EXTRACT, pool, tapered(portion, workers)):
            hauls.append(haul)
            done += haul.pages
            tell(EXTRACT, done, total)
        ends |= bookmark.reached(portion)
        if _fresh(hauls) >= PORTION:
            pool.rest()
            yield hauls, ends
            hauls, ends = [], {}
    if total is None:
        tell(EXTRACT, done, done)
    pool.close()
    if hauls:
        yield hauls, ends


def _fresh(portion: Iterable[Haul]) -> int:
    return sum(haul.pages - haul.unchanged for haul in portion)


def _load_apart(staged: Sequence[Staged], run: Run, settings: Settings) -> Loaded:
    """Load what others may follow: this process would keep much of what a load takes, and more each time."""
    return apart(load, staged, run, settings)


def _slowest(slowest: Iterable[Timing], portion: Iterable[Haul]) -> list[Timing]:
    found = chain(slowest, *(haul.slowest for haul in portion))
    return nlargest(SLOWEST, found, key=lambda timing: timing.seconds)


def _report(started: datetime, loaded: Loaded, slowest: Sequence[Timing], warehouse: Path, ignored: int) -> Report:
    return Report(
        run_id=loaded.run_id,
        pages=loaded.pages,
        new=loaded.new,
        changed=loaded.changed,
        unchanged=loaded.unchanged,
        rejected=loaded.rejections,
        events=loaded.new_events,
        events_changed=loaded.changed_events,
        events_removed=loaded.removed_events,
        incidents=loaded.incidents,
        checks=loaded.checks,
        seconds=(datetime.now(UTC) - started).total_seconds(),
        slowest=tuple((timing.source_uri, timing.seconds) for timing in slowest),
        warehouse=warehouse,
        ignored=ignored,
    )
