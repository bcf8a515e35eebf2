"""Watch: who wants to know how far a run has come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watch = Callable[[str, int, int | None], None]
"""Takes the name of the step, the pages done and the pages in all, null where that is not known."""

_watch: ContextVar[Watch | None] = ContextVar("watch", default=None)
# Not a parameter of the run: a flow's parameters are stored with it, and a progress bar cannot be.


@contextmanager
def watched_by(watch: Watch) -> Iterator[None]:
    """Tell `watch` of every step taken inside the block, and whoever watches already."""
    outer = _watch.get()

    def both(step: str, done: int, total: int | None) -> None:
        watch(step, done, total)
        if outer:
            outer(step, done, total)

    token = _watch.set(both)
    try:
        yield
    finally:
        _watch.reset(token)


def tell(step: str, done: int = 0, total: int | None = None) -> None:
    """Tell whoever watches that `done` of `total` pages are through `step`."""
    if watch := _watch.get():
        watch(step, done, total)
