"""Ingest: the main job. The same steps run at once or as tasks of a flow, by the engine given."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from settings import Settings
from tasks.pool import Pool
from tasks.report import Report
from tasks.slice import Batch
from tasks.source import expand
from tasks.watch import tell

if TYPE_CHECKING:
    from tasks.batch import Haul

P = ParamSpec("P")
R = TypeVar("R")

NEEDED = ("tasks.batch", "tasks.clean_html", "tasks.clean_text", "extraction.read")
"""What a worker needs for any work, to be imported before its work is known."""


class Engine(Protocol):
    """How steps are run."""

    def call(self, name: str, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one step under a name and wait for it."""

    def each(self, name: str, pool: Pool, batches: Iterable[Batch]) -> "Iterator[Haul]":
        """Run the pool's work on every batch; yield results in the order of the batches."""


class AtOnce:
    """Engine that runs the steps in this process, with nothing between."""

    def call(self, name: str, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:  # noqa: ARG002
        """Run one step."""
        return step(*args, **kwargs)

    def each(self, name: str, pool: Pool, batches: Iterable[Batch]) -> "Iterator[Haul]":  # noqa: ARG002
        """Run the pool's work on every batch."""
        return pool.map(batches)


def ingest(paths: Sequence[str], settings: Settings, engine: Engine) -> Report:
    """Take pages from what `paths` name to the published warehouse.

    The workers start as soon as there is something to read, and import what they need while this process does so too.

    Raises:
        UserError: a path that leads to no page, or a data folder that another run is writing to.
        WorkerError: the work of a worker failed for another reason than a page.
        OSError: the data folder cannot be written.
    """
    started = datetime.now(UTC)
    tell("find sources")
    found = engine.call("find sources", expand, paths)
    with Pool.ahead(settings, NEEDED, found.pages) as pool:
        from tasks.steps import take_steps

        return take_steps(found, settings, engine, pool, started)
