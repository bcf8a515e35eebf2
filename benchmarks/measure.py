"""Measure: runs of a module in a process of its own, timed from within, with the peak memory of its process tree."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event, Thread

PROC = Path("/proc")
EVERY_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """One run: how many pages or documents were done in how many seconds."""

    done: int
    seconds: float
    processor_seconds: float
    """Spent by the process and all below it, interpreter start included: steadier than `seconds` on a busy machine."""
    peak_bytes: int | None
    """Most resident memory of the process and all below it, summed, so that shared pages count once for each process;
    null where there is no `/proc` to read it from (not Linux)."""

    @property
    def rate(self) -> float:
        """Done a second."""
        return self.done / self.seconds


@dataclass(frozen=True, slots=True)
class Spread:
    """Median of repeated figures with the lowest and the highest."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, figures: Iterable[float]) -> "Spread":
        """Return the spread of one figure or more."""
        ordered = sorted(figures)
        return cls(median(ordered), ordered[0], ordered[-1])

    def __str__(self) -> str:
        if self.low == self.high:
            return f"{self.middle:.2f}"
        return f"{self.middle:.2f} ({self.low:.2f}–{self.high:.2f})"


class RunError(Exception):
    """A run ended with an error; the message holds what it wrote to its error stream."""


def run(module: str, *arguments: object) -> Run:
    """Run `python -m module arguments…`, which prints `{"done": …, "seconds": …}` as its last line.

    Raises:
        RunError: the module ended with another code than 0.
    """
    command = [sys.executable, "-m", module, *map(str, arguments)]
    before = _processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    watch = _Watch(process.pid)
    output, errors = process.communicate()
    peak = watch.end()
    if process.returncode:
        raise RunError(f"{' '.join(command)} ended with {process.returncode}:\n{errors}")
    told = json.loads(output.splitlines()[-1])
    return Run(told["done"], told["seconds"], _processor_seconds() - before, peak)


def _processor_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def interleaved(rounds: int, *sides: tuple[str, Sequence[object]]) -> list[list[Run]]:
    """Run the sides in turn, `rounds` times over; each side is a module and its arguments. Return runs by side.

    In turn, every other round from the last to the first, so that a machine that grows slower or busier meanwhile does
    not favour one side.
    """
    found: list[list[Run]] = [[] for _ in sides]
    turns = list(zip(found, sides, strict=True))
    for number in range(rounds):
        for runs, (module, arguments) in turns if number % 2 == 0 else reversed(turns):
            runs.append(run(module, *arguments))
    return found


class _Watch:
    """Looks at the memory of a process tree from time to time, in a thread."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> int | None:
        self._over.set()
        self._thread.join()
        return self._peak or None

    def _look(self) -> None:
        if not PROC.is_dir():
            return
        while not self._over.wait(EVERY_SECONDS):
            self._peak = max(self._peak, tree_bytes(self._pid))


def tree_bytes(root: int) -> int:
    """Return the resident memory of a process and all below it, summed."""
    return sum(map(resident_bytes, _tree(root)))


def _tree(root: int) -> list[int]:
    parents = {pid: parent for pid in _processes() if (parent := _field(pid, "PPid")) is not None}
    found = [root]
    for above in found:  # grows meanwhile
        found += [pid for pid, parent in parents.items() if parent == above]
    return found


def _processes() -> list[int]:
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]


def resident_bytes(pid: int) -> int:
    """Return the resident memory of one process; 0 where it has ended."""
    return (_field(pid, "VmRSS") or 0) * 1024


def _field(pid: int, name: str) -> int | None:
    """Return a number of a process's status; null where the process has ended or has no such field."""
    try:
        lines = (PROC / str(pid) / "status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), None)
