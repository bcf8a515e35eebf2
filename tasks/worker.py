"""Worker: one process of the pool. It runs the work it was started with on every batch it is sent, until end of input.

Its arguments are modules to import while the work is made ready. Messages are pickles: in comes the work with its
limits, then batches; out go `Done` or `Failed` for the start and for each batch, and before that the number of each
page begun.
"""

import logging
import os
import pickle
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from tasks import talk
from tasks.garbage import look_seldom, settle
from tasks.log import Keep, Line
from tasks.slice import Batch, Guard

STATUS = Path("/proc/self/status")
OUT_OF_MEMORY = 12
"""Exit code of a worker that was refused memory."""
HEADROOM = 1.5
"""Times its memory setting that a worker may take in the middle of a batch: above the setting it is replaced after."""
_KEEP = Keep()


class Work(Protocol):
    """What is done with every batch."""

    def prepare(self) -> None:
        """Load what the first page would else wait for, before its time is taken."""

    def __call__(self, batch: Batch, guard: Guard) -> Any:
        """Work on one batch; tell `guard` of every page that is begun."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker is started for. `memory` in bytes bounds what it may take on top of its imports."""

    work: Work
    page_seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Done:
    """A batch is done; `memory` is what the process holds now, in bytes, `lines` what was logged meanwhile."""

    result: Any
    memory: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The work raised an error that is no page's fault."""

    line: str
    trace: str


def main() -> None:
    """Serve batches until the parent closes the input or goes away."""
    look_seldom()  # a fifth of what importing takes
    requests = sys.stdin.buffer
    answers = talk.answers()
    for module in sys.argv[1:]:
        import_module(module)
    logging.getLogger().addHandler(_KEEP)
    errand: Errand = pickle.load(requests)
    _bound(errand.memory)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # by the kernel: a Python handler waits while C code hangs

    def guard(number: int | None) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0 if number is None else errand.page_seconds)
        talk.answer(answers, number)

    try:
        ready = _answer(errand.work.prepare)
        settle()
        talk.answer(answers, ready)
        while True:
            talk.answer(answers, _answer(errand.work, pickle.load(requests), guard))
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent is done with us, or gone


def _answer(work: Callable[..., Any], *about: Any) -> Done | Failed:
    try:
        return Done(work(*about), memory_held(), _KEEP.take())
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # all that was gathered may be to blame: to be tried again piece by piece
    except Exception as error:
        return Failed(f"{type(error).__name__}: {error}", traceback.format_exc())
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def memory_held() -> int:
    """Return the memory of this process in bytes without mapped files; on macOS the most it ever held."""
    if STATUS.exists():
        return _status("RssAnon")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _bound(memory: int) -> None:
    """Let allocation fail above the limit. Only Linux counts what is really written to; elsewhere nothing is bound."""
    if STATUS.exists():
        limit = _status("VmData") + int(memory * HEADROOM)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _status(field: str) -> int:
    lines = STATUS.read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{field}:"))
