"""Loads, publications, replays and compactions that are killed again and again.

`python -m tests.sql.killed [KILLS] [SEED]`
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from settings import Settings
from tasks.check import check
from tasks.compact import DRAFT, compact
from tasks.errors import UserError
from tasks.ingest import AtOnce
from tasks.publish import publish
from tasks.replay import replay
from tasks.warehouse import reading, work_path, writing
from tests.sql.whole import batches, broken, load_batch

STEPS = ("load", "publish", "replay", "compact")
LONGEST = {"load": 0.5, "publish": 0.1, "replay": 3.0, "compact": 0.5}
"""Seconds after the begin of a step within which it is killed: about what it takes."""


@dataclass(frozen=True, slots=True)
class Survived:
    """What is there in the end, and what was found broken on the way."""

    kills: Counter[str]
    """How often each step was killed."""
    acknowledged: set[int]
    """Batches whose load was told to be done."""
    there: set[int]
    broken: list[Any]
    left_over: list[str]
    """Files that nothing needs any more."""


def work(folder: Path, number: int) -> None:
    """Take the steps again and again, and tell the begin and the end of each; batches count from `number`."""
    settings = _settings(folder)
    steps: dict[str, Callable[[], Any]] = {
        "load": lambda: load_batch(settings, folder / "staged", number),
        "publish": lambda: publish(settings),
        "replay": lambda: replay(settings, AtOnce(), every=True),
        "compact": lambda: compact(settings),
    }
    while True:
        for name, step in steps.items():
            print(f"begin {name} {number}", flush=True)
            step()
            print(f"end {name} {number}", flush=True)
        number += 1


def killed(folder: Path, kills: int, seed: int = 1) -> Survived:
    """Kill the work `kills` times at random points, each step in its turn, then let it go through once."""
    chance = random.Random(seed)
    settings = _settings(folder)
    acknowledged: set[int] = set()
    published: set[int] = set()
    found: list[Any] = []
    counted: Counter[str] = Counter()
    number = 0
    for kill in range(kills):
        step = STEPS[kill % len(STEPS)]
        told, _ = _work(folder, number, step, chance.random() * LONGEST[step])
        counted[step] += 1
        for done, which, of in told:
            if done == "end" and which == "load":
                acknowledged.add(of)
            if done == "end" and which == "publish":
                published = set(acknowledged)
            number = max(number, of + 1)
        found += _seen(settings, published)
    _, error = _work(folder, number, "load", None)
    found += [error] if error else []
    with writing(settings) as con:
        check(con)
        found += broken(con)
        there = batches(con)
    published_there = _published(settings)
    found += [] if published_there == there else [f"published {published_there}, loaded {there}"]
    return Survived(counted, acknowledged, there, found, _left_over(settings))


def _work(folder: Path, number: int, step: str, delay: float | None) -> tuple[list[tuple[str, str, int]], str]:
    """Run the work; kill it `delay` seconds into `step`, or where that is null after all steps of one batch."""
    command = [sys.executable, "-m", "tests.sql.killed", "--work", str(folder), str(number)]
    with (
        (folder / "errors").open("w+") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=os.environ) as run,
    ):
        assert run.stdout is not None
        told: list[tuple[str, str, int]] = []
        for line in run.stdout:
            done, which, of = line.split()
            told.append((done, which, int(of)))
            if delay is not None and (done, which) == ("begin", step):
                time.sleep(delay)
                break
            if delay is None and (done, which) == ("end", STEPS[-1]):
                break
        run.send_signal(signal.SIGKILL)
        for line in run.stdout:  # what it told before it died counts
            if len(words := line.split()) == 3:
                told.append((words[0], words[1], int(words[2])))
        code = run.wait()
        errors.seek(0)
        return told, "" if code == -signal.SIGKILL else errors.read()


def _seen(settings: Settings, published: set[int]) -> list[Any]:
    """Return what a reader finds wrong now; nothing that was published may be missing."""
    try:
        with reading(settings) as con:
            lost = published - batches(con)
            return [*broken(con), *([f"lost: {sorted(lost)}"] if lost else [])]
    except UserError as error:
        return [str(error)] if published else []


def _published(settings: Settings) -> set[int]:
    with reading(settings) as con:
        return batches(con)


def _left_over(settings: Settings) -> list[str]:
    work = work_path(settings)
    staging = settings.data_dir / "staging"
    drafts = [path for path in (settings.data_dir / "published").iterdir() if path.name.startswith(".")]
    extra = [path for path in (work.with_suffix(DRAFT), *staging.glob("*")) if path.exists()]
    return [path.name for path in (*drafts, *extra)]


def _settings(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", workers=1)


def main() -> None:
    """Print what came of it; ends with 1 where anything was lost or broken."""
    if sys.argv[1:2] == ["--work"]:
        work(Path(sys.argv[2]), int(sys.argv[3]))
    kills, seed = (*map(int, sys.argv[1:]), *(50, 1)[len(sys.argv) - 1 :])
    with TemporaryDirectory() as folder:
        found = killed(Path(folder), kills, seed)
    lost = found.acknowledged - found.there
    print(f"killed: {dict(found.kills)}; {len(found.acknowledged)} loads acknowledged, {len(found.there)} are there;")
    print(f"{len(lost)} lost, {len(found.broken)} broken, {len(found.left_over)} files left over")
    print(*found.broken[:10], *found.left_over[:10], sep="\n")
    sys.exit(bool(lost or found.broken or found.left_over))


if __name__ == "__main__":
    main()
