"""Turn: one host asked politely, by all runs on this machine together.

What is known of a host lies in two kinds of file: a lock for each connection it may be asked on, held while a request
is under way, and its state, which says when it was last asked and how long it is to be left alone. Locks are the
system's (flock): those of a killed run are free at once, and its last request still counts.
"""

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

LONGEST_WAIT = 60.0
"""Seconds that a run waits for a host; one that rests for longer is left for a later run."""
FAILURES = 5
"""Failures in a row after which a host rests."""
WIDTH = 512
"""Bytes of a state in its file: always as many, so that none is left of the one before."""
REST, LONGEST_REST = 300.0, 86_400.0
"""Seconds of the first rest, doubled with every further failure, and of the longest."""


class RestingError(Exception):
    """The host is to be left alone for longer than a run waits."""


@dataclass(slots=True)
class State:
    """What is known of a host; times by the wall clock, which all processes share."""

    last: float = 0.0
    """When the last request ended, or begins: the delay runs from there."""
    failures: int = 0
    """In a row, up to now."""
    rests_until: float = 0.0


class Hosts:
    """The hosts of one data folder."""

    def __init__(self, folder: Path, sleep: Callable[[float], None] = time.sleep) -> None:
        self._folder, self._sleep = folder, sleep
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def turn(self, host: str, delay: float, connections: int = 1) -> Iterator[None]:
        """Wait until `host` may be asked again, and hold one of its connections meanwhile.

        Raises:
            RestingError: it rests for longer than a run waits.
        """
        with self._connection(host, connections):
            begin = self._reserve(host, delay)
            while (wait := begin - time.time()) > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                with self._state(host) as state:
                    state.last = max(state.last, time.time())

    def succeeded(self, host: str) -> None:
        """Remember that the host answered as it should."""
        with self._state(host) as state:
            state.failures = 0

    def failed(self, host: str, retry_after: float | None = None) -> None:
        """Remember that the host did not, and for how long it asks to be left alone (seconds)."""
        with self._state(host) as state:
            state.failures += 1
            rest = retry_after or 0.0
            if state.failures >= FAILURES:
                rest = max(rest, min(REST * 2 ** (state.failures - FAILURES), LONGEST_REST))
            state.rests_until = (
                max(state.rests_until, time.time() + min(rest, LONGEST_REST)) if rest else state.rests_until
            )

    def _reserve(self, host: str, delay: float) -> float:
        now = time.time()
        with self._state(host) as state:
            begin = max(now, min(state.last, now + delay) + delay, state.rests_until)
            if begin - now > max(LONGEST_WAIT, delay):
                raise RestingError(f"{host} rests for another {begin - now:.0f} s")
            state.last = begin
        return begin

    @contextmanager
    def _connection(self, host: str, connections: int) -> Iterator[None]:
        held: IO[bytes] | None = None
        while held is None:
            for number in range(connections):
                file = (self._folder / f"{_key(host)}.{number}").open("ab")
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | (fcntl.LOCK_NB if connections > 1 else 0))
                except BlockingIOError:
                    file.close()
                else:
                    held = file
                    break
            else:
                self._sleep(0.01)
        try:
            yield
        finally:
            held.close()

    @contextmanager
    def _state(self, host: str) -> Iterator[State]:
        handle = os.open(self._folder / f"{_key(host)}.json", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            state = _read(os.pread(handle, WIDTH, 0))
            yield state
            # One write over what is there: a run that is killed meanwhile leaves the old state or the new one.
            os.pwrite(handle, json.dumps({"host": host, **asdict(state)}).ljust(WIDTH).encode(), 0)
        finally:
            os.close(handle)


def _read(told: bytes) -> State:
    """Return the state that a file holds; a fresh one where it is empty or was torn as the machine went down."""
    try:
        found = json.loads(told)
        return State(float(found["last"]), int(found["failures"]), float(found["rests_until"]))
    except (ValueError, KeyError, TypeError):
        return State()


def _key(host: str) -> str:
    return sha256(host.encode()).hexdigest()[:32]
