"""Child: a process of the service that is started again where it ends by itself."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from threading import Thread
from typing import IO

LOG_BYTES, LOG_FILES = 10_000_000, 3
SHORTEST_PAUSE, LONGEST_PAUSE = 2.0, 60.0
"""Seconds before a process that ended is started again: doubled each time, until one has lasted for a while."""
LASTED = 120.0


@dataclass(slots=True)
class Child:
    """One process with a group of its own, its output kept in a log of bounded size."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    cwd: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None
    _pause: float = SHORTEST_PAUSE
    _began: float = 0.0
    _due: float = 0.0

    def start(self) -> None:
        """Start the process."""
        self._began = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env=dict(self.environment),
            cwd=self.cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        Thread(target=_keep, args=(self.process.stdout, self.log), daemon=True).start()

    def tend(self) -> str | None:
        """Start the process again where it has ended and its pause is over; return a line where something happened."""
        if self.process is not None and (code := self.process.poll()) is not None:
            self.process = None
            self._pause = SHORTEST_PAUSE if time.monotonic() - self._began > LASTED else self._pause * 2
            self._pause = min(self._pause, LONGEST_PAUSE)
            self._due = time.monotonic() + self._pause
            return f"{self.name} ended with {code}; started again in {self._pause:.0f} s (see {self.log})"
        if self.process is None and time.monotonic() >= self._due:
            self.start()
            return f"{self.name} started"
        return None

    def end(self, patience: float) -> None:
        """Ask the process to end, and end its whole group where it has not after so many seconds."""
        process, self.process = self.process, None
        if process is None:
            return
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
        tell_group(process.pid, signal.SIGKILL)
        process.wait()


def tell_group(pid: int, number: signal.Signals) -> None:
    """Send a signal to what is left of a process group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)


def _keep(output: IO[bytes], path: Path) -> None:
    handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    with output:
        for line in output:
            told = line.decode("utf-8", "replace").rstrip()
            handler.emit(logging.LogRecord("", logging.INFO, "", 0, told, None, None))
    handler.close()
