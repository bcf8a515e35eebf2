"""Score the main job against real texts with hand-made answers: `make score`.

Each set goes through `sitrep ingest` into a warehouse of its own (ids of pages repeat between sets), then its scorer
reads that warehouse. The texts and scorers are no part of the project; where they are absent nothing is scored.
"""

import os
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

SHARED = Path(__file__).resolve().parents[3] / "shared"


class Trial(NamedTuple):
    """One set of pages, and how to score the warehouse made from it."""

    name: str
    pages: Callable[[Path], list[Path]]
    """Takes a folder to unpack into, gives what to ingest."""
    scorers: list[tuple[str, str]]
    """Scorer and file of answers, under `SHARED`."""


def _unpacked(archive: str) -> Callable[[Path], list[Path]]:
    def unpack(folder: Path) -> list[Path]:
        with tarfile.open(SHARED / archive) as tar:
            tar.extractall(folder / "pages", filter="data")
        return [folder / "pages"]

    return unpack


TRIALS = [
    Trial(
        "events, hand-coded articles and reports",
        lambda _: [SHARED / "gold/articles/*.txt", SHARED / "gold/reports/*.txt"],
        [("eval/score_events.py", "gold/articles.yaml"), ("eval/score_events.py", "gold/reports.yaml")],
    ),
    Trial(
        "press releases",
        lambda _: [SHARED / "eval/isaf/pages.jsonl"],
        [("eval/score_isaf.py", "eval/isaf/gold.jsonl")],
    ),
    Trial(
        "cleaning, HTML",
        _unpacked("eval/pages/html.tar.xz"),
        [("eval/score_cleaning.py", "eval/pages/truth.jsonl")],
    ),
    Trial(
        "cleaning, text dumps",
        _unpacked("eval/textpages/txt.tar.xz"),
        [("eval/score_cleaning.py", "eval/textpages/truth.jsonl")],
    ),
]


def main() -> int:
    """Run every trial; return 1 where a run or a scorer failed."""
    if not SHARED.is_dir():
        print(f"nothing scored: the texts and scorers are not there ({SHARED})")
        return 0
    return max(_run(trial) for trial in TRIALS)


def _run(trial: Trial) -> int:
    print(f"\n== {trial.name}", flush=True)
    with TemporaryDirectory(prefix="sitrep-score-") as name:
        folder = Path(name)
        environment = {**os.environ, "SITREP_DATA_DIR": str(folder / "data")}
        sitrep = Path(sys.executable).with_name("sitrep")
        ingest = subprocess.run([sitrep, "ingest", *trial.pages(folder)], env=environment, check=False)
        if ingest.returncode:
            return 1
        warehouse = folder / "data/published/current/warehouse.duckdb"
        return max(_score(SHARED / scorer, warehouse, SHARED / answers) for scorer, answers in trial.scorers)


def _score(scorer: Path, warehouse: Path, answers: Path) -> int:
    print(f"\n-- {answers.relative_to(SHARED)}", flush=True)
    return subprocess.run([sys.executable, scorer, warehouse, answers], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
