"""Calibrate the confidence of events on hand-coded texts: `python -m tests.eval.calibrate [--write]`.

An event is right where the hand-made answers have one of its kind told in one of its sentences. The weights of its
doubts are fitted by logistic regression. The table of `docs/confidence.md` is honest: the events of every second
document are judged with weights fitted on the others, and the other way round.
"""

import argparse
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import duckdb
import yaml

from extraction.document import Document
from extraction.events.confidence import LEAST, MOST
from extraction.read import read
from tests.eval.score import SHARED, TRIALS, answers_file, ingested

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS, PAGE = ROOT / "lexicon/confidence.yaml", ROOT / "docs/confidence.md"
SCORER = "eval/score_events.py"
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
STEPS, RATE, PENALTY = 3000, 0.5, 0.5
"""Of the gradient descent; the penalty counts as so many events that speak against every weight."""

_HEAD = """# Confidence

Written by `python -m tests.eval.calibrate --write`; do not edit.

`events.confidence` is the share of events like it that a careful coder has too: one of the same kind, told in the same
sentence. It says nothing of the single slots. It comes from what speaks against an event (its doubts), weighed by
logistic regression on {events} events of {documents} hand-coded documents. In the table each half of the documents is
judged by weights fitted on the other half.

| stated | events | mean stated | found right |
|---|---|---|---|"""


class Verdict(NamedTuple):
    """One event of a hand-coded document: its doubts, and whether the answers have it. `document` counts from 0."""

    document: int
    doubts: tuple[str, ...]
    right: bool


class Weights(NamedTuple):
    """Log-odds without any doubt, and what each doubt adds."""

    base: float
    doubts: dict[str, float]

    def confidence(self, doubts: Sequence[str]) -> float:
        """Return the share of right events expected, as `extraction.events.confidence` gives it."""
        score = self.base + sum(self.doubts[name] for name in doubts)
        return min(max(1 / (1 + exp(-score)), LEAST), MOST)


def main() -> int:
    """Print weights and reliability; with `--write` write them where they belong."""
    parser = argparse.ArgumentParser(prog="calibrate", description="Calibrate the confidence of events.")
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name} and {PAGE.name}")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"nothing calibrated: the scorers are not there ({SHARED})")
        return 0
    held = yaml.safe_load(WEIGHTS.read_text())
    verdicts = list(_verdicts())
    weights = fit(verdicts, list(held["doubts"]))
    page = _page(verdicts, weights)
    print(page)
    if options.write:
        _write(weights)
        PAGE.write_text(page)
    return 0


def fit(verdicts: Sequence[Verdict], names: Sequence[str]) -> Weights:
    """Return the weights that make the verdicts likeliest, drawn to 0 where few events tell."""
    base, weights, total = 0.0, dict.fromkeys(names, 0.0), len(verdicts)
    alike = Counter((verdict.doubts, verdict.right) for verdict in verdicts)
    for _ in range(STEPS):
        slopes, slope = {name: PENALTY * weight for name, weight in weights.items()}, 0.0
        for (doubts, right), times in alike.items():
            score = base + sum(weights[name] for name in doubts)
            error = times * (1 / (1 + exp(-score)) - right)
            slope += error
            for name in doubts:
                slopes[name] += error
        base -= RATE * slope / total
        weights = {name: weight - RATE * slopes[name] / total for name, weight in weights.items()}
    return Weights(base, weights)


def _verdicts() -> Iterator[Verdict]:
    scorer = _scorer()
    number = 0
    for trial in TRIALS:
        answers = [answers_file(answers) for name, answers in trial.scorers if name == SCORER]
        if not answers:
            continue
        with TemporaryDirectory(prefix="sitrep-calibrate-") as folder:
            warehouse = ingested(trial, Path(folder))
            found, events = scorer.load(warehouse)
            doubts = _doubts(warehouse)
            for document in (d for path in answers for d in yaml.safe_load(path.read_text())):
                number += 1
                key = found.get(document["id"], found.get(document.get("url") or ""))
                yield from _judged(scorer, number, document.get("events") or [], events.get(key, []), doubts)


def _judged(scorer: Any, number: int, gold: list[Any], told: list[Any], doubts: dict[Any, Any]) -> Iterator[Verdict]:
    left = list(gold)
    for event in told:
        own = next((g for g in left if event["kind"] in g["kind"] and scorer.told_by(event, g)), None)
        if own is not None:
            left.remove(own)
        yield Verdict(number, doubts[event["event_id"]], own is not None)


def _doubts(warehouse: Path) -> dict[Any, tuple[str, ...]]:
    """Read the stored documents again, and return the doubts of each event by its id."""
    fields = [name for name in Document.model_fields if name != "fetched_at"]
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        rows = connection.execute(f"select {', '.join(fields)} from documents").fetchall()
    documents = [Document(**dict(zip(fields, row, strict=True))) for row in rows]
    return {event.event_id: event.doubts for document in documents for event in read(document).events}


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_events", SHARED / SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _page(verdicts: Sequence[Verdict], weights: Weights) -> str:
    names = list(weights.doubts)
    even, odd = ([v for v in verdicts if v.document % 2 == rest] for rest in (0, 1))
    judged = [
        (fit(other, names).confidence(v.doubts), v.right) for own, other in ((even, odd), (odd, even)) for v in own
    ]
    lines = [_HEAD.format(events=len(verdicts), documents=verdicts[-1].document)]
    for low, high in pairwise(BANDS):
        inside = [(stated, right) for stated, right in judged if low <= stated < high]
        if inside:
            stated, right = (sum(part) / len(inside) for part in zip(*inside, strict=True))
            lines.append(f"| {low:.1f} to {high:.1f} | {len(inside)} | {stated:.2f} | {right:.2f} |")
    brier = sum((stated - right) ** 2 for stated, right in judged) / len(judged)
    share = sum(right for _, right in judged) / len(judged)
    lines += [
        "",
        f"Brier score {brier:.3f}; stating {share:.2f} for every event would give {share * (1 - share):.3f}.",
        "",
    ]
    lines += ["| doubt | events | log-odds |", "|---|---|---|", f"| (none) | {len(verdicts)} | {weights.base:+.2f} |"]
    counts = {name: sum(name in v.doubts for v in verdicts) for name in names}
    lines += [f"| {name} | {counts[name]} | {weight:+.2f} |" for name, weight in weights.doubts.items()]
    return "\n".join(lines) + "\n"


def _write(weights: Weights) -> None:
    lines = WEIGHTS.read_text().splitlines()
    told = {"base": weights.base, **weights.doubts}
    for i, line in enumerate(lines):
        name = line.partition(":")[0].strip()
        if name in told:
            lines[i] = f"{line[: len(line) - len(line.lstrip())]}{name}: {told[name]:.2f}"
    WEIGHTS.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
