"""The flow: the main job as an orchestrated run. Which steps, and in what order, says `tasks.steps`."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Annotated, Any, ParamSpec, TypeVar

from prefect import Task, flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.assets import Asset
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas import State, TaskRun
from prefect.futures import PrefectFuture
from prefect.runtime import flow_run
from prefect.states import Completed
from prefect.tasks import MaterializingTask, exponential_backoff
from pydantic import Field

from flows.alarm import told
from flows.progress import Progress
from flows.writer import loaded, turn
from settings import Settings
from tasks.batch import Haul
from tasks.check import CheckError
from tasks.errors import UserError
from tasks.folder import private
from tasks.ingest import ingest as take_steps
from tasks.lane import WorkerError
from tasks.pool import Pool
from tasks.portion import portions
from tasks.report import Report, headline, markdown, rows
from tasks.slice import Batch
from tasks.source import expand
from tasks.watch import watched_by

P = ParamSpec("P")
R = TypeVar("R")

RETRIES = {"make warehouse": 2, "load": 2, "publish": 2, "compact": 2}
"""Steps that may fail for a passing reason, such as a full disk or a lock. Extraction fails the same way again."""
RETRY_SECONDS, JITTER = 5.0, 0.5
"""Before the first retry, doubled for the next; and the share that chance adds, so that runs do not meet again."""
LOAD = "load"
ASSETS: dict[str, list[str | Asset]] = {
    "load": ["sitrep://documents", "sitrep://events", "sitrep://incidents"],
    "publish": ["sitrep://published"],
}
FROM: dict[str, list[str | Asset]] = {"load": ["sitrep://pages"], "publish": ASSETS["load"]}
"""What each step makes, and of what, as Prefect's assets."""
WRITERS = frozenset({LOAD, "compact"})
"""Steps that write to the warehouse. A publication copies it: the warehouse's own lock is enough."""
TOGETHER = 500
"""Pages of a task, or of one batch where that holds more: each task takes Prefect some hundredths of a second."""
AHEAD = 2
"""Tasks a worker that may be under way: enough to keep it busy, few enough to stay small."""


class Tasks:
    """Engine that runs each step as a task of the flow run, for a pool of `workers`."""

    def __init__(self, workers: int) -> None:
        self._most = AHEAD * workers

    def call(self, name: str, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one step under a name and wait for it; of those that write, one at a time of all runs."""
        task = _task(name, partial(step, *args, **kwargs))
        with turn() if name in WRITERS else nullcontext():
            done = task()
        if name == LOAD:
            loaded()
        return done

    def each(self, name: str, pool: Pool, batches: Iterable[Batch]) -> Iterator[Haul]:
        """Run some batches at a time as a task whose threads hand them to the pool; yield results in their order."""
        waiting: deque[PrefectFuture[list[Haul]]] = deque()
        for some in portions(batches, TOGETHER):
            waiting.append(_task(name, partial(_all, pool, some), some[0].name).submit())
            if len(waiting) >= self._most:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _all(pool: Pool, batches: Sequence[Batch]) -> list[Haul]:
    return list(pool.map(batches))


def _task(name: str, step: Callable[[], R], of: str = "") -> Task[[], R]:
    made = partial(MaterializingTask, assets=ASSETS[name], materialized_by="sitrep") if name in ASSETS else Task
    return made(
        step,  # its arguments are bound: Prefect would walk through all of them, and store them
        name=name,
        asset_deps=FROM.get(name, []),
        task_run_name=f"{name} {of}".rstrip(),
        cache_policy=NO_CACHE,
        persist_result=False,
        retries=RETRIES.get(name, 0),
        retry_delay_seconds=exponential_backoff(RETRY_SECONDS),
        retry_jitter_factor=JITTER,
        retry_condition_fn=may_pass,
    )


def may_pass(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Tell whether what a step failed of may be over soon.

    Rows that must not be are there again the next time, and a process that died was out of memory or ended on purpose.
    """
    return not isinstance(state.result(raise_on_failure=False), CheckError | WorkerError)


def _run_name() -> str:
    paths: list[str] | None = flow_run.parameters.get("paths")
    return f"ingest {' '.join(paths) if paths else 'the inbox'}"[:100]


@flow(name="ingest", flow_run_name=_run_name, persist_result=False, on_failure=[told], on_crashed=[told])
def ingest(
    paths: list[str] | None = None,
    workers: Annotated[int, Field(ge=1)] | None = None,
    batch_size: Annotated[int, Field(ge=1)] | None = None,
) -> Report | State[Any]:
    """Read pages into the warehouse: files, folders or globs; without paths the inbox, where there may be none.

    Leaves two artifacts, `ingest` (Markdown) and `ingest-counts` (table).

    Args:
        paths: Files, folders or globs; none: the inbox.
        workers: Processes that clean and extract, instead of the setting of this name.
        batch_size: Pages a batch, instead of the setting of this name.
    """
    given = {"workers": workers, "batch_size": batch_size}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    if not paths and not _holds_pages(settings.inbox):
        return Completed(message=f"No pages in {settings.inbox}.")
    with watched_by(Progress()):
        report = take_steps(paths or [str(settings.inbox)], settings, Tasks(settings.workers))
    create_markdown_artifact(key="ingest", markdown=markdown(report), description=headline(report))
    create_table_artifact(key="ingest-counts", table=[{"what": what, "count": count} for what, count in rows(report)])
    return report


def _holds_pages(inbox: Path) -> bool:
    private(inbox)
    try:
        expand([inbox])
    except UserError:
        return False
    return True
