"""Report: what one run did, and its telling as a line, as rows and as Markdown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from tasks.check import Finding, warnings


class Incidents(NamedTuple):
    """The incidents that a load has written."""

    new: int = 0
    changed: int = 0
    """Those that had stood before, of which something is told anew or otherwise."""
    told_by_several: int = 0
    """Those among both that more than one document tells, copies left out."""


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of one run. `pages` counts every page handed in; each is new, changed, unchanged or rejected."""

    run_id: UUID
    pages: int
    new: int
    """Documents that were not in the warehouse."""
    changed: int
    """Documents of pages that differ from what the warehouse held; their events were replaced."""
    unchanged: int
    """Pages that the warehouse knew just so, as documents or as rejected; they were not cleaned again."""
    rejected: Mapping[str, int]
    """Pages by reason, from the closed list of reasons."""
    events: Mapping[str, int]
    """New events by kind."""
    events_changed: int
    events_removed: int
    """Events that their document no longer tells."""
    incidents: Incidents
    checks: tuple[Finding, ...]
    """What the checks of the load found."""
    seconds: float
    slowest: tuple[tuple[str, float], ...]
    """Where the page was handed in and the seconds it took, slowest first."""
    warehouse: Path
    """The published copy."""
    ignored: int = 0
    """Files in the folders named that are of no kind that holds pages."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the checks of the load warn of, a line each."""
        return warnings(self.checks)

    @property
    def read(self) -> int:
        """Pages that were not rejected."""
        return self.new + self.changed + self.unchanged


def headline(report: Report) -> str:
    """Return the run in one line."""
    return (
        f"{_count(report.new, 'new document')}, {_count(_total(report.events), 'new event')}; "
        f"{_count(report.pages, 'page')} read: {report.changed} changed, {report.unchanged} unchanged, "
        f"{_total(report.rejected)} rejected."
    )


def rows(report: Report) -> list[tuple[str, str]]:
    """Return the run as pairs of what was counted and the count, in the order of reading."""
    speed = report.pages / report.seconds if report.seconds else 0.0
    return [
        ("pages read", str(report.pages)),
        ("documents: new", str(report.new)),
        ("documents: changed", str(report.changed)),
        ("pages: unchanged", str(report.unchanged)),
        ("rejected", str(_total(report.rejected))),
        *((f"rejected: {reason}", str(n)) for reason, n in _most_first(report.rejected)),
        *([("files of other kinds: ignored", str(report.ignored))] if report.ignored else []),
        ("events: new", str(_total(report.events))),
        *((f"events: new: {kind}", str(n)) for kind, n in _most_first(report.events)),
        ("events: changed", str(report.events_changed)),
        ("events: removed", str(report.events_removed)),
        ("incidents: new", str(report.incidents.new)),
        ("incidents: changed", str(report.incidents.changed)),
        ("incidents: told by several documents", str(report.incidents.told_by_several)),
        ("seconds", f"{report.seconds:.1f}"),
        ("pages a second", f"{speed:.1f}"),
    ]


def markdown(report: Report) -> str:
    """Return the run as a Markdown page: its headline, the counts and the slowest pages."""
    slowest = [(f"`{uri}`", f"{seconds:.2f}") for uri, seconds in report.slowest]
    counts = _table(("what", "count"), rows(report))
    parts = [headline(report), counts, f"Warehouse: `{report.warehouse}`", *report.warnings]
    parts += ["Checks", _table(("check", "rows found"), _checked(report.checks))]
    if slowest:
        parts += ["Slowest pages", _table(("page", "seconds"), slowest)]
    return "\n\n".join(parts) + "\n"


def _checked(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Return each check and what it found, of several loads together."""
    found = Counter[str]()
    for finding in findings:
        found[f"{finding.check} ({finding.severity})"] += finding.found
    return [(check, str(number)) for check, number in sorted(found.items())]


def _table(head: tuple[str, str], body: list[tuple[str, str]]) -> str:
    lines = [head, ("---", "---:"), *((_cell(left), _cell(right)) for left, right in body)]
    return "\n".join(f"| {left} | {right} |" for left, right in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _total(counts: Mapping[str, int]) -> int:
    return sum(counts.values())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
