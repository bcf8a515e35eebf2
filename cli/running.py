"""Running: how every command that takes a while shows its progress, and ends where it is stopped or has no API."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from cli.progress import progress
from flows.orchestration import INTERRUPTED
from tasks.errors import UserError

UNREACHABLE = ("Failed to reach API", "Timed out while attempting to connect to ephemeral")
"""How Prefect's message begins when no API answers."""


@contextmanager
def running() -> Iterator[None]:
    """Show how far the run inside the block has come; Ctrl-C ends it with 130.

    Raises:
        UserError: Prefect's API does not answer.
    """
    try:
        with progress():
            yield
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        raise typer.Exit(130) from None
    except RuntimeError as error:
        if not str(error).startswith(UNREACHABLE):
            raise
        told = str(error).rstrip(".")
        raise UserError(f"{told}: start it, or unset PREFECT_API_URL and leave --orchestrated out") from None
