"""Score the main job against texts with hand-made answers: `make score`.

Each set goes through `sitrep ingest` into a warehouse of its own (ids of pages repeat between sets), then its scorer
reads that warehouse. The scorers and the real texts are no part of the project; where they are absent nothing is
scored. The texts of `invented/` and `second/` are the project's own.

`floors.json` holds the least that each figure may be. `make score` fails below it; `make floors` raises it to what was
reached and never lowers it.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"


class Trial(NamedTuple):
    """One set of pages, and how to score the warehouse made from it."""

    name: str
    pages: Callable[[Path], list[Path]]
    """Takes a folder to unpack into, gives what to ingest."""
    scorers: list[tuple[str, str]]
    """Scorer, under `SHARED`, and file of answers, beside this module or under `SHARED`."""


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
        "events, invented articles",
        lambda _: [HERE / "invented/*.txt", HERE / "invented/dated.jsonl"],
        [("eval/score_events.py", "invented/gold.yaml")],
    ),
    Trial(
        "events, a second time: articles used for rules, and articles held out",
        lambda _: [HERE / "second/*.txt"],
        [("eval/score_events.py", "second/learned.yaml"), ("eval/score_events.py", "second/unseen.yaml")],
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


FLOORS = HERE / "floors.json"
_FIGURE = re.compile(r"^(.+?)\s{2,}(?:.*(?:F1|=)\s+)?([\d.]+)", re.MULTILINE)
"""A line of a scorer: its name, then the figure behind "F1" or "=", else the first one."""

Figures = dict[str, dict[str, float]]
"""By file of answers, then by name of the figure."""


def main() -> int:
    """Run every trial; return 1 where a run failed or a figure is below its floor."""
    parser = argparse.ArgumentParser(prog="score", description="Score the main job against hand-made answers.")
    parser.add_argument("--raise-floors", action="store_true", help="write what was reached where it is higher")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"nothing scored: the texts and scorers are not there ({SHARED})")
        return 0
    reached: Figures = {}
    for trial in TRIALS:
        print(f"\n== {trial.name}", flush=True)
        reached |= run(trial)
    short = below(reached)
    print("\n" + ("\n".join(short) or "every figure is at its floor or above"))
    if options.raise_floors:
        _raise(reached)
    return 1 if short else 0


def run(trial: Trial) -> Figures:
    """Ingest the pages of a trial, print what its scorers say, and return their figures.

    Raises:
        subprocess.CalledProcessError: the ingest or a scorer failed.
    """
    with TemporaryDirectory(prefix="sitrep-score-") as name:
        warehouse = ingested(trial, Path(name))
        return {answers: _score(SHARED / scorer, warehouse, answers) for scorer, answers in trial.scorers}


def ingested(trial: Trial, folder: Path) -> Path:
    """Ingest the pages of a trial into a data folder of its own in `folder`; return the published warehouse.

    Raises:
        subprocess.CalledProcessError: the ingest failed.
    """
    environment = {**os.environ, "SITREP_DATA_DIR": str(folder / "data")}
    sitrep = Path(sys.executable).with_name("sitrep")
    subprocess.run([sitrep, "ingest", *trial.pages(folder)], env=environment, check=True)
    return folder / "data/published/current/warehouse.duckdb"


def below(reached: Figures) -> list[str]:
    """Return a line for each figure that is below its floor, or that a scorer no longer prints."""
    floors: Figures = json.loads(FLOORS.read_text())
    return [
        f"{answers}: {name} is {reached[answers].get(name)}, below its floor {floor}"
        for answers in floors.keys() & reached.keys()
        for name, floor in floors[answers].items()
        if reached[answers].get(name, -1) < floor
    ]


def answers_file(name: str) -> Path:
    """Return the file of answers of that name: the project's own, else the shared one."""
    own = HERE / name
    return own if own.is_file() else SHARED / name


def _score(scorer: Path, warehouse: Path, answers: str) -> dict[str, float]:
    print(f"\n-- {answers}", flush=True)
    command = [sys.executable, scorer, warehouse, answers_file(answers)]
    told = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    print(told, end="", flush=True)
    return {name: float(figure) for name, figure in _FIGURE.findall(told)}


def _raise(reached: Figures) -> None:
    floors: Figures = json.loads(FLOORS.read_text())
    for answers, figures in floors.items():
        for name, floor in figures.items():
            figures[name] = max(floor, reached.get(answers, {}).get(name, floor))
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
