"""Cluster: the workers of a Dask cluster as lanes of the pool. Each runs the very process that a lane runs here.

So a page that hangs or crashes ends that process, not Dask's worker, and is condemned by the same rules; a machine that
is lost costs the batches under way on it, which Dask gives to another one.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, cast
from uuid import uuid4

from distributed import CancelledError, Client, KilledWorker, LocalCluster, Worker, WorkerPlugin, get_worker

from settings import Settings
from tasks.errors import UserError
from tasks.lane import Lane, PoolClosedError, WorkerError
from tasks.log import repeat
from tasks.slice import Batch
from tasks.worker import Done, Errand

PATIENCE = 30.0
"""Seconds in which a scheduler has to answer and to have a worker."""


class Cluster:
    """A scheduler with its workers, on which one run has a crew: that of the settings, else one on this machine.

    Raises:
        UserError: no scheduler answers at the address, or it has no worker.
    """

    def __init__(self, settings: Settings) -> None:
        self._crew = f"sitrep-{uuid4().hex}"
        self._lock = Lock()
        self._closed = False
        self._errand: Errand | None = None
        self._own = None if settings.dask_address else _local(settings.workers)
        try:
            self._client = Client(self._own or settings.dask_address, timeout=PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError) as error:  # of the first one is the end of waiting, too
            told = f"no Dask cluster at {settings.dask_address}: {error}"
            raise UserError(f"{told}; start its scheduler and workers, or unset dask_address") from error

    def lanes(self) -> list["FarLane"]:
        """Return a lane for each batch that the workers there are now can have under way."""
        return [FarLane(self) for _ in range(sum(self._client.nthreads().values()))]

    def brief(self, errand: Errand) -> None:
        """Give the errand to all workers, and to those that join later; once for all lanes."""
        if errand is not self._errand:
            self._errand = errand
            self._client.register_plugin(Crew(errand, str(Path.cwd())), name=self._crew)

    def answer(self, batch: Batch) -> Done:
        """Have a worker work on a batch; where it is lost, another one. Raises what `Lane.answer` does."""
        future = self._client.submit(_answer, self._crew, batch, pure=False)
        try:
            return future.result()
        except KilledWorker as error:
            raise WorkerError(f"too many workers of the cluster were lost with {batch.name}: {error}") from error
        except CancelledError:
            raise PoolClosedError("the pool was closed") from None

    def close(self) -> None:
        """End the processes of the run, and the cluster where it is our own. Once is enough."""
        with self._lock:
            closed, self._closed = self._closed, True
        if closed:
            return
        with suppress(OSError, ValueError):  # a scheduler that is gone, or a crew that was never briefed
            self._client.unregister_worker_plugin(self._crew)
        self._client.close()
        if self._own:
            self._own.close()


class FarLane:
    """What `Lane` is to the pool; its process is on whichever worker of a cluster has nothing to do."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster

    def start(self, modules: Sequence[str]) -> None:
        """Leave it to the first batch to start the process."""

    def brief(self, errand: Errand) -> None:
        """Say what is to be done with each batch, before the first."""
        self._cluster.brief(errand)

    def run(self, batch: Batch) -> Any:
        """Have a worker work on a batch, and return what the work returned; what it logged is logged here."""
        done = self._cluster.answer(batch)
        repeat(done.lines)
        return done.result

    def kill(self) -> None:
        """End all that the cluster does for this run."""
        self._cluster.close()

    def end(self) -> None:
        """Leave the processes: their memory is that of other machines."""


class Crew(WorkerPlugin):
    """The lanes of one run on a worker, as many as it works on batches at a time. Dask sends it to every worker."""

    def __init__(self, errand: Errand, folder: str) -> None:
        """Work in `folder`, where it is there, so that relative paths mean what they mean to who sent them."""
        self._errand = errand
        self._folder = folder

    def setup(self, worker: Worker) -> None:  # noqa: ARG002 - Dask's
        """Begin with no process."""
        self._lanes: list[Lane] = []
        self._idle: SimpleQueue[Lane] = SimpleQueue()

    def answer(self, batch: Batch) -> Done:
        """Work on a batch. Raises what `Lane.answer` does."""
        lane = self._lane()
        try:
            return lane.answer(batch)
        finally:
            self._idle.put(lane)

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - Dask's
        """End the processes; those at work are buried by the threads that wait for them."""
        for lane in self._lanes:
            lane.kill()
        with suppress(Empty):
            while True:
                self._idle.get_nowait().end()

    def _lane(self) -> Lane:
        try:
            return self._idle.get_nowait()
        except Empty:
            lane = Lane(self._folder if Path(self._folder).is_dir() else None)
            lane.brief(self._errand)
            self._lanes.append(lane)
            return lane


def _answer(crew: str, batch: Batch) -> Done:
    return cast(Crew, get_worker().plugins[crew]).answer(batch)


def _local(workers: int) -> LocalCluster:
    """Start a cluster of processes that talk over TCP, on loopback alone and without a web page of its own."""
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        protocol="tcp://",
        scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},  # else a port that others have
        memory_limit=0,  # what a batch takes is bounded in the process that works on it
        silence_logs=logging.CRITICAL,
    )
