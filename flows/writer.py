"""Writer: the one step at a time, of all runs of a server, that may write to the warehouse."""

from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")

WRITER = "sitrep-writer"
"""Global concurrency limit of 1, made by `sitrep up`. Where there is none the warehouse's own lock stands alone."""
LEASE_SECONDS = 60.0
"""For so long a run that died may keep the others waiting."""


def alone(step: Callable[[], R]) -> Callable[[], R]:
    """Return a step that waits for its turn to write."""

    def taken() -> R:
        from prefect.concurrency.sync import concurrency

        with concurrency(WRITER, occupy=1, lease_duration=LEASE_SECONDS):
            return step()

    return taken
