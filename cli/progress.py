"""Progress of a run: a bar on a terminal, plain lines elsewhere; always on stderr, so that results can be piped."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from tasks.watch import watched_by

PAUSE = 5.0
"""Seconds between two plain lines of one step: a log stays readable."""


@contextmanager
def progress() -> Iterator[None]:
    """Show how far the run inside the block has come."""
    with _bar() if sys.stderr.isatty() else watched_by(Lines()):
        yield


class Lines:
    """Prints a line when a step begins, when it ends, and every few seconds in between."""

    def __init__(self) -> None:
        self.step = ""
        self.told = 0.0

    def __call__(self, step: str, done: int, total: int | None, things: str) -> None:
        """Print a line where one is due."""
        now = monotonic()
        if step == self.step and done != total and now - self.told < PAUSE:
            return
        self.step, self.told = step, now
        far = f": {done} of {total} {things}" if total is not None else f": {done} {things}" if done else ""
        print(f"{step}{far}", file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[None]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<19}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        bar = shown.add_task("starting", total=None)
        with watched_by(lambda step, done, total, _: shown.update(bar, description=step, completed=done, total=total)):
            yield
