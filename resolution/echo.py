"""Echo: an event that repeats what another event of its document tells better, such as that of the headline."""

from collections import defaultdict
from collections.abc import Container, Iterable

from resolution import kinds
from resolution.compare import alike
from resolution.figures import TOGETHER
from resolution.report import Report


def echoes(reports: Iterable[Report], asked: Container[str]) -> set[str]:
    """Return which events of `asked` would be linked to a sibling that tells more, did another document tell it.

    `reports` hold those events with all their siblings.

    A document keeps its events apart, and so do incidents; but what an echo links to belongs to its sibling first.
    """
    siblings: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        siblings[report.document_id].append(report)
    found: set[str] = set()
    for family in siblings.values():
        better: list[Report] = []
        for report in sorted(family, key=_tells, reverse=True):
            if report.event_id in asked and any(_repeats(report, other) for other in better):
                found.add(report.event_id)
            better.append(report)
    return found


def _tells(report: Report) -> tuple[bool, int, int, str, str]:
    parties = len(report.actors) + len(report.targets)
    figures = len(report.figures) + sum(figure.counted == TOGETHER for figure in report.figures)
    return not report.in_headline_only, figures, parties, report.summary, report.event_id


def _repeats(report: Report, better: Report) -> bool:
    """Tell whether it is the same deed once more; an operation and a clash in it are two, however alike."""
    if not kinds.comparable(report.kind, better.kind):
        return False
    likeness = kinds.level(report.kind, better.kind, report.status, better.status)
    return likeness in ("same", "kin") and alike(report, better) is not None
