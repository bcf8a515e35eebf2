"""Pool: processes of our own that may die. A dead one costs a batch at most, and that is read again piece by piece."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from queue import SimpleQueue
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from settings import Settings
from tasks.lane import DeathError, Lane, WorkerError, cause, is_slow
from tasks.log import LOG
from tasks.page import Rejection
from tasks.slice import Batch
from tasks.worker import Errand, Work

if TYPE_CHECKING:
    from tasks.cluster import FarLane

MOMENT = 0.3
"""Seconds of one wait. Polars has a wait go on after Ctrl-C, however long it takes."""

AHEAD = 4
"""Batches a worker that may be under way or wait for those before them: one slow batch leaves no worker idle."""


class Pool:
    """Runs `work` on batches in `settings.workers` processes, or on a Dask cluster; use it in a `with` block.

    `work` must be picklable, of a class in a module other than `__main__`. It is called with a batch and a guard, which
    it must tell of every page it begins (`tasks.read.pages` does).
    """

    def __init__(self, work: Work | None, settings: Settings) -> None:
        self._settings = settings
        self._all = _lanes(settings)
        if work:
            self.employ(work)
        self._idle: SimpleQueue[Lane | FarLane] = SimpleQueue()
        for lane in self._all:
            self._idle.put(lane)
        self._resting = Lock()  # two that gather the lanes would wait for each other's

    @classmethod
    def ahead(cls, settings: Settings, modules: Sequence[str], pages: int | None = None) -> Self:
        """Return a pool whose processes start now and import `modules`, while the work to employ it with is made.

        No more of them start than there are `pages`, where that is known.
        """
        pool = cls(None, settings)
        for lane in pool._all[:pages]:
            lane.start(modules)
        return pool

    def employ(self, work: Work) -> None:
        """Give the pool its work, before the first batch."""
        errand = Errand(work, self._settings.page_seconds, self._settings.worker_memory)
        for lane in self._all:
            lane.brief(errand)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers at once; batches under way raise `PoolClosedError` in the threads that wait for them."""
        for lane in self._all:
            lane.kill()
        self.rest()  # each lane comes back when its thread has noticed

    def rest(self) -> None:
        """End the workers when none is at work, and their memory with them; the next batch starts them again."""
        with self._resting:
            for lane in [self._idle.get() for _ in self._all]:
                lane.end()
                self._idle.put(lane)

    def run(self, batch: Batch) -> list[Any]:
        """Run one batch and return what the work returned: one result, or one a piece where a page killed its worker.

        Waits for an idle worker; safe to call from many threads. What was unpacked for the batch is removed.

        Raises:
            WorkerError: the work failed, not a page.
            PoolClosedError: the pool was closed meanwhile.
        """
        lane = self._idle.get()
        try:
            return list(self._results(lane, batch))
        finally:
            self._idle.put(lane)
            batch.release()

    def map(self, batches: Iterable[Batch]) -> Iterator[Any]:
        """Run batches as they are planned; yield results in the order of the batches, whatever they wait for.

        Closes the pool when it is left early, by an error or by Ctrl-C. Safe to call from many threads.
        """
        with ThreadPoolExecutor(len(self._all)) as threads:
            under_way: deque[Future[list[Any]]] = deque()
            try:
                for batch in batches:
                    under_way.append(threads.submit(copy_context().run, self.run, batch))  # what it logs is the run's
                    if len(under_way) >= AHEAD * len(self._all):
                        yield from _result(under_way.popleft())
                while under_way:
                    yield from _result(under_way.popleft())
            except BaseException:
                self.close()
                threads.shutdown(cancel_futures=True)
                raise

    def _results(self, lane: "Lane | FarLane", batch: Batch) -> Iterator[Any]:
        pieces = [batch]
        while pieces:
            piece = pieces.pop()
            try:
                yield lane.run(piece)
            except DeathError as death:
                LOG.warning("a worker %s while it read %s", cause(death.code), piece.name)
                pieces.extend(reversed(_retry(piece, death)))


def _lanes(settings: Settings) -> "Sequence[Lane | FarLane]":
    if settings.runner == "process":
        return [Lane() for _ in range(settings.workers)]
    from tasks.cluster import Cluster

    return Cluster(settings).lanes()


def _retry(piece: Batch, death: DeathError) -> list[Batch]:
    """Return what to run after a death: a page alone is condemned, a suspect is tried alone, the others together.

    The clock runs for one page only, so a page that was too slow is condemned without a second trial. A crash may come
    from what the worker had gathered before, so its page gets one.
    """
    if all(isinstance(item, Rejection) for item in piece.items):
        raise WorkerError(f"a worker died with nothing to read: it {cause(death.code)}")
    if len(piece) == 1:
        return [_condemned(piece, 0, death.code)]
    if death.number is None:  # between pages, or with all of them in hand
        half = len(piece) // 2
        return [piece.part(0, half), piece.part(half, len(piece))]
    at = death.number
    suspect = _condemned(piece, at, death.code) if is_slow(death.code) else piece.part(at, at + 1)
    around = [piece.part(0, at), suspect, piece.part(at + 1, len(piece))]
    return [part for part in around if len(part)]


def _condemned(piece: Batch, number: int, code: int) -> Batch:
    return piece.condemn(number, "too slow" if is_slow(code) else "crashed", f"its worker {cause(code)}")


def _result(future: Future[list[Any]]) -> list[Any]:
    while not wait([future], MOMENT).done:
        pass
    return future.result()
