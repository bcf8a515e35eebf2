"""Lock: one process at a time, by a lock of the system on a file; the file says who holds it."""

import fcntl
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from tasks.errors import BusyError

PAUSE = 0.1
"""Seconds between two tries."""
SHOWN = 100
"""Most characters of a command that are shown."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds a lock, and for how long it has."""

    pid: int
    command: str
    since: datetime

    @property
    def age(self) -> timedelta:
        """How long it has held the lock."""
        return datetime.now(UTC) - self.since

    def __str__(self) -> str:
        return f"process {self.pid} ({self.command}), since {self.since:%Y-%m-%d %H:%M:%S}Z"


def act_for(pid: int, command: str) -> None:
    """Have the locks of this process name another one, which it works for: that is the one to end."""
    _behalf[:] = [(pid, command)]


def own_name() -> tuple[int, str]:
    """Return how the locks of this process name who holds them."""
    return next(iter(_behalf), (os.getpid(), " ".join(sys.orig_argv)[:SHOWN]))


_behalf: list[tuple[int, str]] = []


@contextmanager
def locked(path: Path, wait: float, what: str) -> Iterator[None]:
    """Hold the lock on a file, which is made where it is not there.

    Raises:
        BusyError: another process still holds it after `wait` seconds; `what` says what it does.
    """
    with path.open("a+") as lock:  # opening it to write would wipe out who holds it
        _take(lock, time.monotonic() + wait, what)
        lock.truncate(0)
        lock.write(json.dumps([*own_name(), datetime.now(UTC).isoformat()]))
        lock.flush()
        yield


def holder(path: Path) -> Holder | None:
    """Return who holds the lock on a file now; null where nobody does, or it has not said so yet."""
    with suppress(FileNotFoundError, NotADirectoryError), path.open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _told(lock)
    return None


def _take(lock: IO[str], deadline: float, what: str) -> None:
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise BusyError(f"{_told(lock) or 'another process'} {what}: try again when it has finished") from None
            time.sleep(PAUSE)
        else:
            return


def _told(lock: IO[str]) -> Holder | None:
    lock.seek(0)
    with suppress(ValueError):
        pid, command, since = json.load(lock)
        return Holder(pid, command, datetime.fromisoformat(since))
    return None
