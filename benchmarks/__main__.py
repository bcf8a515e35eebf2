"""Run the benchmarks: `python -m benchmarks [--only NAME…] [--help]`."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import asking, corpus, scale, service, soak, tools, web
from benchmarks.article import WORDS
from benchmarks.measure import Run, RunError, Spread, interleaved, run
from benchmarks.plot import targets
from benchmarks.verdict import Verdict, machine, table

RESULTS = Path(__file__).with_name("results") / "latest.md"
SPEED, READING, FLAT, PEAK = 0.9, 200.0, 1.2, 1_500.0
"""Targets: speed of the job to bare trafilatura; documents a second; peak memory of many pages to that of few, and in
megabytes."""
NEW_EVENTS, RESOLVED, MOST_MEMORY = 10_000, 60.0, 4_000.0
"""Of incidents: what is resolved into the warehouse; targets: seconds, megabytes."""
STEADY = 1.1
"""Target: time a page of many to that of few, load and publication included."""
MEGABYTE = 1_000_000
LARGE_PAGE, WITH_LARGE = 50 * MEGABYTE, 1.05
"""Bytes of a page that is larger than any that is read; target: peak memory with it to that without."""


def speed(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the whole job against bare trafilatura on the same pages, in turn."""
    with TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if not options.folder:
            corpus.write(folder, options.pages, "news", options.seed)
        arguments = (folder, options.workers)
        jobs, bares = interleaved(options.rounds, ("benchmarks.job", arguments), ("benchmarks.bare", arguments))
        sizes = [path.stat().st_size for path in folder.rglob("*.htm*")]
    on = f"{len(sizes)} pages of {sum(sizes) / len(sizes) / 1000:.0f} KB, {options.workers} workers"
    yield Verdict("whole job, pages a second", on, Spread.of(job.rate for job in jobs))
    yield Verdict("bare trafilatura, pages a second", on, Spread.of(bare.rate for bare in bares))
    pairs = list(zip(jobs, bares, strict=True))
    ratios = Spread.of(bare.seconds / job.seconds for job, bare in pairs)
    yield Verdict("speed of the whole job to bare trafilatura", on, ratios, "at least", SPEED)
    spent = Spread.of(bare.processor_seconds / job.processor_seconds for job, bare in pairs)
    yield Verdict("the same by processor time", on, spent)


def reading(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the extraction alone, on one core."""
    (runs,) = interleaved(options.rounds, ("benchmarks.reading", (options.documents, options.seed)))
    on = f"{options.documents} documents of {WORDS} words, 1 process"
    yield Verdict("extraction, documents a second", on, Spread.of(one.rate for one in runs), "at least", READING)


def memory(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the peak memory of the job's process tree on few and on many small pages."""
    few, many = (_job_on(count, options) for count in (options.few, options.many))
    for count, one in ((options.few, few), (options.many, many)):
        on = f"{count:,} small pages in {one.seconds:.0f} s"
        peak = Spread.of([one.peak_bytes / MEGABYTE]) if one.peak_bytes else None
        yield Verdict("peak memory of the process tree, MB", on, peak, "at most", PEAK)
    large = _job_on(options.few, options, LARGE_PAGE)
    peaks = few.peak_bytes and large.peak_bytes and Spread.of([large.peak_bytes / few.peak_bytes])
    on = f"{options.few:,} pages and one of {LARGE_PAGE // MEGABYTE} MB"
    yield Verdict("growth of peak memory with a large page", on, peaks or None, "at most", WITH_LARGE)
    on = f"{options.many:,} pages to {options.few:,}"
    grown = Spread.of([many.peak_bytes / few.peak_bytes]) if many.peak_bytes and few.peak_bytes else None
    yield Verdict("growth of peak memory", on, grown, "at most", FLAT)
    yield Verdict("growth of time a page", on, Spread.of([few.rate / many.rate]), "at most", STEADY)


def _job_on(pages: int, options: argparse.Namespace, large: int = 0) -> Run:
    with TemporaryDirectory() as folder:
        corpus.write(Path(folder), pages, "small", options.seed)
        if large:
            (Path(folder) / "large.html").write_bytes(
                b"<html><body>" + b"<p>Two men were arrested.</p>" * (large // 29)
            )
        return run("benchmarks.job", folder, options.workers)


def incidents(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the resolution of new events into a warehouse of many."""
    one = run("benchmarks.incidents", options.events, NEW_EVENTS)
    on = f"{one.done:,} new events into {options.events:,}"
    yield Verdict("incident resolution, seconds", on, Spread.of([one.seconds]), "at most", RESOLVED)
    peak = Spread.of([one.peak_bytes / MEGABYTE]) if one.peak_bytes else None
    yield Verdict("its peak memory, the making of the warehouse included, MB", on, peak, "at most", MOST_MEMORY)


MEASURES: dict[str, Callable[[argparse.Namespace], Iterator[Verdict]]] = {
    "speed": speed,
    "reading": reading,
    "stages": tools.stages,
    "job": tools.job,
    "start": tools.start,
    "memory": memory,
    "harvest": web.harvest,
    "archive": web.archive,
    "incidents": incidents,
    "orchestration": service.orchestration,
    "soak": soak.soak,
    "load": scale.loading,
    "views": asking.asking,
    "growth": scale.growth,
    "replay": scale.replaying,
    "increment": scale.increment,
}


def main() -> int:
    """Print the table, and return 0, or 1 where a measure ended with an error; a missed target is none."""
    options = _options()
    began = perf_counter()
    verdicts: list[Verdict] = []
    failed = False
    for name in options.only:
        print(f"measuring {name} …", file=sys.stderr)
        try:
            verdicts += MEASURES[name](options)
        except RunError as error:
            failed = True
            print(f"benchmarks: {name} is left out: {error}", file=sys.stderr)
    text = f"{table(verdicts)}\n\n{machine()}; {options.rounds} rounds, {perf_counter() - began:.0f} s in all.\n"
    print(text)
    if options.only == [name for name in MEASURES if name != "soak"] and not failed:
        _keep(verdicts, text)
    return int(failed)


def _keep(verdicts: Sequence[Verdict], text: str) -> None:
    """Write the table and its picture to `results/latest.md` and `latest.svg`."""
    RESULTS.parent.mkdir(exist_ok=True)
    drawn = "![How many times better than its target each figure is](latest.svg)"
    told = f"# Latest results\n\nFigures as median (lowest–highest).\n\n{drawn}\n\n{text}"
    RESULTS.write_text(told, encoding="utf-8")
    times = [(f"{one.what}: {one.figure}", one.better) for one in verdicts if one.better is not None]
    title = "How many times better than its target each figure is, up to eight times; left of the line it is worse"
    RESULTS.with_suffix(".svg").write_text(targets([title, machine()], times), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument(
        "--only",
        nargs="+",
        choices=MEASURES,
        default=[name for name in MEASURES if name != "soak"],
        help="what to measure",
    )
    parser.add_argument("--rounds", type=int, default=3, help="rounds of what is measured more than once")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--folder", type=Path, help="pages for speed, instead of invented ones")
    parser.add_argument("--pages", type=int, default=1_200, help="invented pages for speed")
    parser.add_argument("--documents", type=int, default=400, help="documents for reading")
    parser.add_argument("--few", type=int, default=1_000, help="pages of the small runs for memory and archive")
    parser.add_argument("--many", type=int, default=20_000, help="pages of the large runs")
    parser.add_argument("--events", type=int, default=1_000_000, help="events that the warehouse of incidents holds")
    parser.add_argument("--days", type=int, default=30, help="simulated days of the soak")
    parser.add_argument("--told", type=int, default=1_000_000, help="invented events for load and views")
    parser.add_argument("--held", type=int, default=1_000_000, help="documents held where a day's pages are added")
    parser.add_argument("--seed", type=int, default=1, help="seed of the invented pages")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
