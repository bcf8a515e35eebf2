"""Tools: our stages beside those of others on the same pages, and how the whole job stands to itself."""

import argparse
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import corpus
from benchmarks.measure import Run, Spread, interleaved
from benchmarks.verdict import Verdict

CLEANING, EXTRACTION, CORES, UNCHANGED = 1.5, 0.1, 1.8, 50.0
"""Targets: speed of our cleaning to trafilatura; time of extraction to that of cleaning; speed of many workers to one;
speed of an ingest of pages that are known to the first."""
SAMPLE = 100
"""Pages: what is measured a page needs no more."""
OTHERS = {"newspaper4k": "newspaper", "news-please": "newsplease", "spacy": "spacy"}
"""Tools that only the extra `bench` installs, with the module of each."""
MISSING = "not installed: pip install 'sitrep[bench]'"


def stages(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure our stages and those of others, each in one process, by processor time."""
    with TemporaryDirectory() as made:
        corpus.write(Path(made), SAMPLE, "news", options.seed)
        names = ["parsing", "trafilatura", "cleaning", "extraction", "matching"]
        names += [name for name, module in OTHERS.items() if find_spec(module)]
        found = interleaved(options.rounds, *(("benchmarks.stages", (name, made)) for name in names))
        runs = dict(zip(names, found, strict=True))
    on = f"{SAMPLE} news pages, 1 process"
    plain = runs["trafilatura"]
    for name in ("parsing", "newspaper4k", "news-please"):
        yield _against(
            f"speed of {'lxml, ' if name == 'parsing' else ''}{name} to trafilatura", on, runs.get(name), plain
        )
    yield _against("speed of our cleaning to trafilatura", on, runs["cleaning"], plain, CLEANING)
    share = Spread.of(
        one.seconds / other.seconds for one, other in zip(runs["extraction"], runs["cleaning"], strict=True)
    )
    yield Verdict("time of our extraction to that of our cleaning", on, share, "at most", EXTRACTION)
    told = "speed of our actor matching to spaCy, blank with PhraseMatcher"
    spacy = runs.get("spacy")
    yield _against(told, on, runs["matching"], spacy) if spacy else Verdict(told, on, None, missing=MISSING)


def _against(what: str, on: str, ours: list[Run] | None, theirs: list[Run], target: float | None = None) -> Verdict:
    if ours is None:
        return Verdict(what, on, None, missing=MISSING)
    figure = Spread.of(other.seconds / one.seconds for one, other in zip(ours, theirs, strict=True))
    return Verdict(what, on, figure, "at least" if target else None, target)


def job(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the whole job against trafilatura's command, one worker, and itself on pages that it knows."""
    with TemporaryDirectory() as made:
        corpus.write(Path(made), options.pages, "news", options.seed)
        workers = options.workers
        ours, command, single, again = interleaved(
            options.rounds,
            ("benchmarks.job", (made, workers)),
            ("benchmarks.command", (made, workers)),
            ("benchmarks.job", (made, 1)),
            ("benchmarks.again", (made, workers, "unchanged")),
        )
    on = f"{options.pages:,} news pages, {workers} workers"

    def faster(ones: list[Run], others: list[Run]) -> Spread:
        return Spread.of(other.seconds / one.seconds for one, other in zip(ones, others, strict=True))

    yield Verdict("speed of the whole job to trafilatura's command on the folder", on, faster(ours, command))
    yield Verdict("speed of the whole job to that with one worker", on, faster(ours, single), "at least", CORES)
    yield Verdict("speed of an unchanged ingest to the first", on, faster(again, ours), "at least", UNCHANGED)


def start(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure commands from start to end, on a warehouse of one page."""
    for what, most in (("sql", 0.5), ("status", 0.5), ("ingest", 3.0)):
        (runs,) = interleaved(options.rounds, ("benchmarks.starting", (what,)))
        yield Verdict(f"sitrep {what}, seconds", "1 page", Spread.of(run.seconds for run in runs), "at most", most)
