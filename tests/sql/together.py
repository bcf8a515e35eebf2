"""Writers and readers at the same time: `python -m tests.sql.together [SECONDS]`."""

import multiprocessing
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from settings import Settings
from tasks.publish import publish
from tasks.warehouse import reading
from tests.sql.whole import batches, broken, load_batch

WRITERS, READERS = 2, 2
STEP = 1_000_000
"""Numbers of batches that each writer has for its own."""


@dataclass(slots=True)
class Told:
    """What one process tells in the end."""

    loads: int = 0
    reads: int = 0
    slowest: float = 0.0
    """Longest time from opening the published copy to its answers, in seconds."""
    errors: list[str] = field(default_factory=list)


def write(settings: Settings, folder: Path, writer: int, until: float, least: int) -> Told:
    """Load and publish one batch after another until it is time, and `least` in any case."""
    told = Told()
    while told.loads < least or time.time() < until:
        load_batch(settings, folder, writer * STEP + told.loads)
        publish(settings)
        told.loads += 1
    return told


def read(settings: Settings, done: Any) -> Told:
    """Read the published copy until the writers are done: it must be whole, and never hold less than before."""
    told, seen, last = Told(), set[int](), False
    while not last:
        last = done.is_set()  # one more look after the end
        began = time.perf_counter()
        with reading(settings) as con:
            found = batches(con)
            told.errors += [f"not whole: {row}" for row in broken(con)]
        told.slowest = max(told.slowest, time.perf_counter() - began)
        told.errors += [f"gone again: {sorted(seen - found)}"] if seen - found else []
        seen = found
        told.reads += 1
    return told


def _run(work: Callable[..., Told], arguments: tuple[Any, ...], answers: "Queue[Told]") -> None:
    try:
        answers.put(work(*arguments))
    except BaseException as error:
        answers.put(Told(errors=[f"{work.__name__}: {type(error).__name__}: {error}"]))


def together(folder: Path, seconds: float, least: int = 1) -> tuple[list[Told], list[Told], set[int]]:
    """Let writers and readers loop for some seconds; return what each tells, and the batches that are there then."""
    settings = Settings(data_dir=folder / "data")
    load_batch(settings, folder, -1)
    publish(settings)
    spawn = multiprocessing.get_context("spawn")
    done, wrote, saw = spawn.Event(), spawn.Queue(), spawn.Queue()
    until = time.time() + seconds
    readers = [spawn.Process(target=_run, args=(read, (settings, done), saw)) for _ in range(READERS)]
    writers = [
        spawn.Process(target=_run, args=(write, (settings, folder, number, until, least), wrote))
        for number in range(WRITERS)
    ]
    for process in readers + writers:
        process.start()
    written = [wrote.get() for _ in writers]
    done.set()
    seen = [saw.get() for _ in readers]
    for process in readers + writers:
        process.join()
    with reading(settings) as con:
        return written, seen, batches(con)


def main() -> None:
    """Print what came of it; ends with 1 where anything went wrong."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    with TemporaryDirectory() as folder:
        written, seen, there = together(Path(folder), seconds)
    loads, reads = sum(told.loads for told in written), sum(told.reads for told in seen)
    errors = [error for told in (*written, *seen) for error in told.errors]
    print(f"{seconds:.0f} s: {WRITERS} writers loaded and published {loads} times, {len(there) - 1} batches are there;")
    print(f"{READERS} readers looked {reads} times, the slowest look took {max(t.slowest for t in seen):.2f} s;")
    print(f"{len(errors)} errors", *errors[:10], sep="\n")
    sys.exit(bool(errors) or len(there) - 1 != loads)


if __name__ == "__main__":
    main()
