"""Web: measures of fetching pages, and of reading web archives."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import corpus
from benchmarks.dump import dump
from benchmarks.measure import Run, Spread, interleaved, run
from benchmarks.verdict import Verdict

FETCHED, CONNECTIONS = 2_000, 8
"""Pages of the site, and requests at a time: with more, Python's lock is what both sides wait for."""
FETCH_SPEED, ARCHIVE_SPEED, FLAT = 0.8, 0.7, 1.2
"""Targets: harvest to bare httpx; an archive to the same pages in files; peak memory of many pages to that of few."""


def harvest(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure harvesting of a local site that takes its time, against httpx alone."""
    with _site(options.seed) as url:
        arguments = (url, FETCHED, CONNECTIONS)
        ours, bares = interleaved(
            options.rounds,
            ("benchmarks.fetching", ("harvest", *arguments)),
            ("benchmarks.fetching", ("httpx", *arguments)),
        )
    on = f"{FETCHED:,} pages that take 50 ms each, {CONNECTIONS} connections"
    yield Verdict("harvest with its archive, pages a second", on, Spread.of(one.rate for one in ours))
    yield Verdict("bare httpx, pages a second", on, Spread.of(one.rate for one in bares))
    ratios = Spread.of(bare.seconds / one.seconds for one, bare in zip(ours, bares, strict=True))
    yield Verdict("speed of the harvest to bare httpx", on, ratios, "at least", FETCH_SPEED)


def archive(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the whole job on a large web archive against the same pages as files, and its memory."""
    few, _ = _both(options.few, options, files=False)
    many, files = _both(options.many, options, files=True)
    on = f"{options.many:,} records in {many.seconds:.0f} s"
    yield Verdict("whole job on a web archive, pages a second", on, Spread.of([many.rate]))
    if files is not None:
        ratio = Spread.of([files.seconds / many.seconds])
        yield Verdict("speed on the archive to that on files", on, ratio, "at least", ARCHIVE_SPEED)
    on = f"{options.many:,} records to {options.few:,}"
    grown = Spread.of([many.peak_bytes / few.peak_bytes]) if many.peak_bytes and few.peak_bytes else None
    yield Verdict("growth of peak memory on archives", on, grown, "at most", FLAT)


def _both(pages: int, options: argparse.Namespace, *, files: bool) -> tuple[Run, Run | None]:
    """Run the job on an archive and, where asked for, on the files that it was made of."""
    with TemporaryDirectory() as made:
        folder, packed = Path(made) / "pages", Path(made) / "pages.warc.gz"
        corpus.write(folder, pages, "news", options.seed)
        dump(folder, packed)
        loose = run("benchmarks.job", folder, options.workers) if files else None
        return run("benchmarks.job", packed, options.workers), loose


@contextmanager
def _site(seed: int) -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.site", str(FETCHED), str(seed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.stdin.close()
