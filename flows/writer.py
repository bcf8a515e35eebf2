"""Writer: the one step at a time, of all runs of a server, that may write to the warehouse."""

from collections.abc import Callable
from time import sleep
from typing import TypeVar

from service.place import WRITER

R = TypeVar("R")

LEASE_SECONDS = 60.0
"""For so long a run that died may keep the others waiting."""
SETTLED_SECONDS = 0.3
"""Before the limit is asked for: a server on SQLite that just then writes that the step has begun refuses it, and
Prefect's client asks again after two seconds."""


def alone(step: Callable[[], R]) -> Callable[[], R]:
    """Return a step that waits for its turn to write.

    Where the server does not know the limit, or is away, the warehouse's own lock stands alone: a load is not lost for
    want of a server.
    """

    def taken() -> R:
        import httpx
        from prefect.concurrency._asyncio import ConcurrencySlotAcquisitionError
        from prefect.concurrency.sync import concurrency

        done: list[R] = []
        sleep(SETTLED_SECONDS)
        try:
            with concurrency(WRITER, occupy=1, lease_duration=LEASE_SECONDS):
                done.append(step())
        except (ConcurrencySlotAcquisitionError, httpx.HTTPError):
            done = done or [step()]
        return done[0]

    return taken


def loaded() -> None:
    """Say that this run has loaded something: what is to follow a load is triggered by it."""
    from prefect.events import emit_event
    from prefect.runtime import flow_run

    emit_event("sitrep.loaded", {"prefect.resource.id": "sitrep.warehouse"}, payload={"run": flow_run.id})
