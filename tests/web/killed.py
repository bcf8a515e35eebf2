"""Harvests that are killed again and again: `python -m tests.web.killed [KILLS] [PAGES]`."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from fastwarc.warc import ArchiveIterator

from tests.web.outlets import write_outlet
from tests.web.server import Site, serving

DELAY = 0.02
COMMAND = "import sys; from cli.main import main; sys.argv = ['sitrep', 'harvest']; main()"


def harvest_killed(folder: Path, kills: int, pages: int, seed: int = 1) -> tuple[Counter[str], list[tuple[float, str]]]:
    """Harvest a local site, killing the run `kills` times after a random number of requests, then let it end.

    Returns how often each page is in the archive, and the server's log.
    """
    chance = random.Random(seed)
    environment = {**os.environ, "SITREP_DATA_DIR": str(folder / "data"), "SITREP_SOURCES_DIR": str(folder / "sources")}
    with serving(Site(articles=pages)) as site:
        write_outlet(folder / "sources", site, delay=DELAY)
        for _ in range(kills):
            until = len(site.log) + chance.randrange(1, max(2, 2 * pages // kills))
            run = _start(environment)
            while run.poll() is None and len(site.log) < until:
                time.sleep(0.001)
            time.sleep(chance.random() * DELAY)
            run.send_signal(signal.SIGKILL)
            run.wait()
        if _start(environment).wait():
            raise RuntimeError("the last harvest failed")
    kept: Counter[str] = Counter()
    for archive in (folder / "data/archive").glob("*.warc.gz"):
        with archive.open("rb") as file:
            kept.update(
                r.headers["WARC-Target-URI"] for r in ArchiveIterator(file) if r.headers["WARC-Type"] == "response"
            )
    return kept, site.log


def _start(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-c", COMMAND], env=environment, stdout=quiet, stderr=quiet)


def main() -> None:
    """Print what came of it."""
    kills, pages = (*map(int, sys.argv[1:]), *(30, 300)[len(sys.argv) - 1 :])
    with TemporaryDirectory() as folder:
        kept, log = harvest_killed(Path(folder), kills, pages)
    asked = Counter(path for _, path in log if path.startswith("/news/"))
    gaps = [later - earlier for (earlier, _), (later, _) in pairwise(log)]
    print(f"{kills} kills, {pages} pages: {len(kept)} in the archive, {max(kept.values())} times at most;")
    print(f"asked for {sum(asked.values())} times in all; shortest time between requests {min(gaps) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
