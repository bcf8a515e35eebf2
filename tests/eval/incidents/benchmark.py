"""The cross-document benchmark: invented reports through the main job, and what was made one happening of them.

    python -m tests.eval.incidents.benchmark [first|second] [--told]

An item is one happening as one report tells it; its cluster is the incident of the event that the anchored sentence
tells; of several the deed comes before what followed, else the one whose kind comes first in the codebook. An item that
the extractor found no event for is a cluster of its own: it costs recall, as it should.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import duckdb

from extraction.codebook import kinds
from settings import Settings
from tasks.ingest import AtOnce, ingest
from tasks.warehouse import published_path
from tests.answers import answers

FOLDER = Path(__file__).parent
SETS = ("first", "second")
AFTERMATH = frozenset({"arrest", "weapons_seizure", "operation", "deployment"})
EVENTS = """
    select documents.url, documents.title, evidence.sentence, evidence.char_start, events.event_id, reports.incident_id,
        events.kind, events.summary
    from documents
    join events using (document_id)
    join event_evidence as evidence on events.event_id = evidence.event_id and evidence.slot = 'event'
    join incident_reports as reports on events.event_id = reports.event_id
    order by evidence.char_start nulls first, events.event_id
"""
TWICE = """
    select count(*) from (
        select 1 from incident_reports group by incident_id, document_id having count(*) > 1
    )
"""


class Item(NamedTuple):
    """One happening as one report tells it, and the cluster that it was put into."""

    report: str
    happening: str
    cluster: str
    summary: str


class Outcome(NamedTuple):
    """Shares from 0 to 1; `twice` counts the incidents that hold two events of one document."""

    precision: float
    recall: float
    found: float
    twice: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, B-cubed."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def reports(name: str) -> list[dict[str, Any]]:
    """Return the reports of a set, each with a URL of its own."""
    found: list[dict[str, Any]] = answers(FOLDER / f"{name}.yaml")
    return [{**one, "url": f"https://{_host(one['outlet'])}.example/{name}/{n}"} for n, one in enumerate(found)]


def _host(outlet: str) -> str:
    return "".join(outlet.lower().split())


def write_pages(given: list[dict[str, Any]], path: Path) -> Path:
    """Write reports as a file that the main job reads."""
    lines = []
    for one in given:
        page = {"url": one["url"], "title": one["title"], "text": one["text"], "language": "en"}
        if "published" in one:
            page["published_at"] = f"{one['published']}T12:00:00Z"
        lines.append(json.dumps(page))
    path.write_text("\n".join(lines), "utf-8")
    return path


def run(name: str, folder: Path) -> tuple[list[Item], int]:
    """Take a set through the main job; return its items and how many incidents hold two events of one document."""
    given = reports(name)
    settings = Settings(data_dir=folder / "data")
    ingest([str(write_pages(given, folder / "pages.jsonl"))], settings, AtOnce())
    with duckdb.connect(published_path(settings), read_only=True) as con:
        told: dict[str, list[tuple[Any, ...]]] = {}
        for url, *row in con.execute(EVENTS).fetchall():
            told.setdefault(url, []).append(tuple(row))
        twice = con.execute(TWICE).fetchall()[0][0]
    return [_item(one, *tells, told.get(one["url"], [])) for one in given for tells in one["tells"].items()], twice


def _item(report: dict[str, Any], happening: str, anchor: str, events: list[tuple[Any, ...]]) -> Item:
    told = [event for event in events if anchor in event[1]]
    if told:
        *_, incident_id, _, summary = min(
            told, key=lambda event: (event[5] in AFTERMATH, list(kinds()).index(event[5]))
        )
        return Item(report["url"], happening, str(incident_id), summary)
    return Item(report["url"], happening, f"missed {report['url']} {happening}", "")


def outcome(items: list[Item], twice: int = 0) -> Outcome:
    """Score the clusters of items by B-cubed (Bagga and Baldwin 1998)."""
    clusters = Counter(item.cluster for item in items)
    happenings = Counter(item.happening for item in items)
    both = Counter((item.cluster, item.happening) for item in items)
    shared = [both[item.cluster, item.happening] for item in items]
    precision = sum(n / clusters[item.cluster] for n, item in zip(shared, items, strict=True)) / len(items)
    recall = sum(n / happenings[item.happening] for n, item in zip(shared, items, strict=True)) / len(items)
    found = sum(not item.cluster.startswith("missed") for item in items) / len(items)
    return Outcome(precision, recall, found, twice)


def main() -> None:
    """Print the outcome of each set; with `--told` the happenings that did not come out whole."""
    for name in [name for name in SETS if name in sys.argv] or SETS:
        with TemporaryDirectory() as folder:
            items, twice = run(name, Path(folder))
        found = outcome(items, twice)
        print(f"{name}: {len(items)} items of {len({item.happening for item in items})} happenings")
        print(f"  B-cubed F1 {found.f1:.1%}, precision {found.precision:.1%}, recall {found.recall:.1%}")
        print(f"  events found for {found.found:.1%}; incidents with two events of one document: {twice}")
        if "--told" in sys.argv:
            _tell(items)


def _tell(items: list[Item]) -> None:
    for happening in dict.fromkeys(item.happening for item in items):
        mine = [item for item in items if item.happening == happening]
        clusters = {item.cluster for item in mine}
        strangers = [item for item in items if item.cluster in clusters and item.happening != happening]
        if len(clusters) > 1 or strangers:
            print(f"\n{happening}")
            for item in sorted([*mine, *strangers], key=lambda item: item.cluster):
                print(f"  {item.cluster[:8]} {item.happening:18} {item.report[8:]:48} {item.summary}")


if __name__ == "__main__":
    main()
