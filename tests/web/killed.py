"""Harvests that are killed again and again: `python -m tests.web.killed [KILLS] [PAGES]`."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from fastwarc.warc import ArchiveIterator

from settings import Settings
from tasks.warehouse import reading
from tests.web.outlets import write_outlet
from tests.web.server import Site, serving

DELAY = 0.02
COMMAND = "import sys; from cli.main import main; sys.argv = ['sitrep', 'harvest', *sys.argv[1:]]; main()"
STEPS = ("take in", "look up known pages", "clean and extract", "load", "publish")
"""Steps of the taking-in, by the names that a run tells on its error stream."""


@dataclass(frozen=True, slots=True)
class Survived:
    """What is there in the end: how often each page is in the archive, in `fetches` and among the documents."""

    archived: Counter[str]
    recorded: Counter[str]
    documents: Counter[str]
    log: list[tuple[float, str]]
    """The server's: when each request came, and for what."""

    @property
    def gaps(self) -> list[float]:
        """Seconds between one request and the next."""
        return [later - earlier for (earlier, _), (later, _) in pairwise(self.log)]

    @property
    def asked(self) -> int:
        """How often pages were asked for."""
        return sum(path.startswith("/news/") for _, path in self.log)


def harvest_killed(folder: Path, kills: int, pages: int, seed: int = 1) -> Survived:
    """Harvest a local site, killing the run `kills` times, then let it end.

    Every other run is killed after a random number of requests, the others in a random step of the taking-in.
    """
    chance = random.Random(seed)
    with serving(Site(articles=pages)) as site:
        write_outlet(folder / "sources", site, delay=DELAY)
        most = max(2, -(-5 * pages // (4 * kills)))
        for number in range(kills):
            told = folder / f"told-{number}"
            until = len(site.log) + chance.randrange(1, most)
            step = chance.choice(STEPS)
            run = _start(folder, told, "--limit", str(most))
            if number % 2:
                _wait(run, lambda step=step, told=told: step in told.read_text())  # type: ignore[misc]
                time.sleep(chance.random() * 0.3)
            else:
                _wait(run, lambda until=until: len(site.log) >= until)  # type: ignore[misc]
                time.sleep(chance.random() * DELAY)
            run.send_signal(signal.SIGKILL)
            run.wait()
        if _start(folder, told := folder / "told").wait():
            raise RuntimeError(f"the last harvest failed: {told.read_text()}")
    with reading(_settings(folder)) as con:
        recorded = Counter(
            url
            for (url,) in con.execute("select url from fetches where outcome = 'fetched' and not is_list").fetchall()
        )
        documents = Counter(url for (url,) in con.execute("select url from documents").fetchall())
    return Survived(_archived(folder), recorded, documents, site.log)


def _settings(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", sources_dir=folder / "sources", workers=1)


def _start(folder: Path, told: Path, *options: str) -> subprocess.Popen[bytes]:
    settings = _settings(folder)
    named = {"DATA_DIR": settings.data_dir, "SOURCES_DIR": settings.sources_dir, "WORKERS": settings.workers}
    environment = os.environ | {f"SITREP_{name}": str(value) for name, value in named.items()}
    with told.open("wb") as file:
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, *options], env=environment, stdout=subprocess.DEVNULL, stderr=file
        )


def _wait(run: subprocess.Popen[bytes], come: Callable[[], bool]) -> None:
    while run.poll() is None and not come():
        time.sleep(0.001)


def _archived(folder: Path) -> Counter[str]:
    kept: Counter[str] = Counter()
    for archive in (folder / "data/archive").glob("*.warc.gz"):
        with archive.open("rb") as file:
            kept.update(
                r.headers["WARC-Target-URI"] for r in ArchiveIterator(file) if r.headers["WARC-Type"] == "response"
            )
    return Counter({url: count for url, count in kept.items() if "/news/" in url})


def main() -> None:
    """Print what came of it."""
    kills, pages = (*map(int, sys.argv[1:]), *(30, 300)[len(sys.argv) - 1 :])
    with TemporaryDirectory() as folder:
        found = harvest_killed(Path(folder), kills, pages)
    print(f"{kills} kills, {pages} pages, asked for {found.asked} times in all;")
    for name, counts in (("archive", found.archived), ("fetches", found.recorded), ("documents", found.documents)):
        print(f"{len(counts)} in {name}, {max(counts.values())} times at most;")
    print(f"shortest time between requests {min(found.gaps) * 1000:.1f} ms of at least {DELAY * 1000:.0f} ms")


if __name__ == "__main__":
    main()
