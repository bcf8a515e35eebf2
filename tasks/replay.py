"""Replay: stored documents are read anew under the current rules; no page is fetched or cleaned again."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import ParamSpec, TypeVar
from uuid import uuid4

from extraction.places.gazetteer import use
from extraction.read import read, ruleset
from settings import Settings
from tasks import statement
from tasks.gazetteer import gazetteer
from tasks.ingest import Engine
from tasks.load import Loaded, Run, load
from tasks.pool import Pool
from tasks.publish import publish
from tasks.relay import relay
from tasks.replay_report import Replay
from tasks.reread import Rereading, plan
from tasks.slice import tapered
from tasks.stage import Staged, staging
from tasks.warehouse import require_warehouse, writing
from tasks.watch import tell

P = ParamSpec("P")
R = TypeVar("R")

READ = "read documents"
"""Name of the step that is done batch by batch."""
ROW_GROUP = 2_048
"""Documents that are read from a file at a time: DuckDB's smallest."""


def replay(settings: Settings, engine: Engine, *, every: bool = False, rehearse: bool = False) -> Replay:
    """Read the stored documents anew that other rules have read, or `every` one, load what differs and publish it.

    All in one transaction; with `rehearse` it is undone at its end, and nothing is published. A document that another
    run replaces meanwhile stays as that run has it.

    Raises:
        UserError: there is no warehouse, or another process holds it for too long.
        WorkerError: the work of a worker failed for another reason than a document.
        OSError: the data folder cannot be written.
    """

    def step(name: str, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        tell(name)
        return engine.call(name, function, *args, **kwargs)

    run = Run(uuid4(), "replay", datetime.now(UTC))
    with staging(settings) as folder, relay(settings, folder.name) as far:
        places = step("open gazetteer", gazetteer, settings)
        use(places.open())
        documents = folder / "documents.parquet"
        current, todo = step("find documents", find_documents, settings, documents, every=every)
        staged: list[Staged] = []
        far = far.offering(documents, places.path)
        with Pool(Rereading(folder / "batches", read, places, far), settings) as pool:
            batches = tapered(plan(documents, settings.batch_size), settings.workers)
            tell(READ, 0, todo, "documents")
            done = 0
            for haul in engine.each(READ, pool, batches):
                staged.append(far.fetch(haul.staged))
                tell(READ, done := done + haul.pages, todo, "documents")
        loaded = step("rehearse" if rehearse else "load", load, staged, run, settings, rehearse=rehearse)
    warehouse = None if rehearse else step("publish", publish, settings)
    return _told(run, loaded, staged, current, warehouse)


def find_documents(settings: Settings, target: Path, *, every: bool = False) -> tuple[int, int]:
    """Write the documents that are to be read anew to a Parquet file; return how many are left alone, and how many not.

    Raises:
        UserError: there is no warehouse, or another process holds it for too long.
    """
    require_warehouse(settings)
    chosen = {"every": every, "ruleset": ruleset()}
    with writing(settings) as con:
        found = con.sql(statement.text("queries", "replay_documents"), params=chosen)
        found.write_parquet(str(target), row_group_size=ROW_GROUP)
        ((left, todo),) = con.execute(statement.text("queries", "replay_counts"), chosen).fetchall()
    return left, todo


def _told(run: Run, loaded: Loaded, staged: Sequence[Staged], current: int, warehouse: Path | None) -> Replay:
    return Replay(
        run_id=run.run_id,
        ruleset=ruleset(),
        current=current,
        changed=loaded.changed,
        confirmed=loaded.unchanged,
        failed=sum(batch.counts["rejections"] for batch in staged),
        changes=loaded.changes,
        warnings=loaded.warnings,
        seconds=(datetime.now(UTC) - run.started_at).total_seconds(),
        warehouse=warehouse,
    )
