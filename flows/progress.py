"""Progress: how far a long run has come, as an artifact that grows in Prefect's interface."""

from time import monotonic
from typing import cast
from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact

EVERY = 10.0
"""Seconds between two updates: each is a request."""


class Progress:
    """Watches a run; a short one, or one of which nobody knows how long it is, leaves no artifact."""

    def __init__(self) -> None:
        self._artifact: UUID | None = None
        self._told = monotonic()

    def __call__(self, step: str, done: int, total: int | None, things: str) -> None:
        """Tell the server where it is time to."""
        last = total is not None and done == total and self._artifact is not None
        if not total or (monotonic() - self._told < EVERY and not last):
            return
        self._told = monotonic()
        share, says = 100.0 * done / total, f"{step}: {done} of {total} {things}"
        if self._artifact is None:
            self._artifact = cast(UUID, create_progress_artifact(share, description=says))
        else:
            update_progress_artifact(self._artifact, share, description=says)
