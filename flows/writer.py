"""Writer: the one step at a time, of all runs of a server, that may write to the warehouse."""

from collections.abc import Callable
from typing import TypeVar

from service.place import WRITER

R = TypeVar("R")

LEASE_SECONDS = 60.0
"""For so long a run that died may keep the others waiting."""


def alone(step: Callable[[], R]) -> Callable[[], R]:
    """Return a step that waits for its turn to write, if the server knows the limit: the warehouse has its own lock."""

    def taken() -> R:
        from prefect.concurrency.sync import concurrency

        with concurrency(WRITER, occupy=1, lease_duration=LEASE_SECONDS):
            return step()

    return taken


def loaded() -> None:
    """Say that something was loaded: what is to follow a load is triggered by it."""
    from prefect.events import emit_event

    emit_event("sitrep.loaded", resource={"prefect.resource.id": "sitrep.warehouse"})
