"""Watch: who wants to know how far a run has come."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watch = Callable[[str, int, int | None, str], None]
"""Takes the name of the step, how many are done and how many there are, null where that is not known, and of what."""

_watch: ContextVar[Watch | None] = ContextVar("watch", default=None)
# Not a parameter of the run: a flow's parameters are stored with it, and a progress bar cannot be.


@contextmanager
def watched_by(watch: Watch) -> Iterator[None]:
    """Tell `watch` of every step taken inside the block, and whoever watches already."""
    outer = _watch.get()

    def both(step: str, done: int, total: int | None, things: str) -> None:
        watch(step, done, total, things)
        if outer:
            outer(step, done, total, things)

    token = _watch.set(both)
    try:
        yield
    finally:
        _watch.reset(token)


def tell(step: str, done: int = 0, total: int | None = None, things: str = "pages") -> None:
    """Tell whoever watches that `done` of `total` things are through `step`."""
    if watch := _watch.get():
        watch(step, done, total, things)
