"""Writer: the one step at a time, of all runs of a server, that may write to the warehouse."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import httpx
from prefect.concurrency._asyncio import ConcurrencySlotAcquisitionError
from prefect.concurrency.sync import concurrency
from prefect.events import emit_event
from prefect.runtime import flow_run
from prefect.settings import get_current_settings

from service.place import WRITER

LEASE_SECONDS = 60.0
"""For so long a run that died may keep the others waiting."""


@contextmanager
def turn() -> Iterator[None]:
    """Hold the turn to write for the length of a block, and wait for it before.

    Where the server does not know the limit, or is away, the warehouse's own lock stands alone: a load is not lost for
    want of a server. One that serves this process alone is not asked: nobody else can hold a turn there.

    Taken before the step begins as a task, not in it: a server on SQLite that just then writes that the task has begun
    refuses the limit, and Prefect's client asks again after two seconds.
    """
    held = ExitStack()
    if get_current_settings().api.url:
        with suppress(ConcurrencySlotAcquisitionError, httpx.HTTPError):
            held.enter_context(concurrency(WRITER, occupy=1, lease_duration=LEASE_SECONDS))
    try:
        yield
    finally:
        with suppress(httpx.HTTPError):
            held.close()


def loaded() -> None:
    """Say that this run has loaded something: what is to follow a load is triggered by it."""
    emit_event("sitrep.loaded", {"prefect.resource.id": "sitrep.warehouse"}, payload={"run": flow_run.id})
