"""Tally: the figures of an incident, from those of its reports."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from resolution.figures import Bounds, agree, bounds
from resolution.report import Figure, Report

SIDES = ("civilians", "fighters", "forces", "people")
"""Classes of people; their sum is the toll of a report."""
ALL = "all"
"""The toll: whoever is counted."""


class Told(NamedTuple):
    """A figure and how many sources tell it."""

    low: float | None
    high: float | None
    sources: int


class Tally(NamedTuple):
    """One figure of an incident, from all reports that tell it."""

    role: str
    counted: str
    low: float
    best: float
    high: float
    contested: bool
    sources: int
    best_sources: int
    told: tuple[Told, ...]
    earliest: tuple[Report, Figure]
    latest: tuple[Report, Figure]


def tallies(reports: Iterable[Report]) -> list[Tally]:
    """Return the figures of an incident by role and who is counted; copies count for nothing.

    Of one source its last figure counts. `low` and `high` are the least and the most that is told, after UCDP's rule;
    `best` is what most sources support; where they tie, the figure told last, an undated report counting as the
    latest; of several the lowest.
    """
    found: dict[tuple[str, str], list[tuple[Report, Figure]]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.age):
        if not report.is_copy:
            for figure in own_figures(report.figures):
                found[figure.role, figure.counted].append((report, figure))
    return [_tally(*key, told) for key, told in sorted(found.items())]


def own_figures(figures: Sequence[Figure]) -> list[Figure]:
    """Return what one report tells, a figure for each role and who is counted, with the toll of all people."""
    first: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        first.setdefault((figure.role, figure.counted), figure)
    tolls = []
    for role in sorted({role for role, counted in first if counted in SIDES}):
        sides = [figure for (r, counted), figure in first.items() if r == role and counted in SIDES]
        tolls.append(_toll(role, sides))
    return [*(figure for figure in first.values() if figure.counted != "people"), *tolls]


def _toll(role: str, sides: list[Figure]) -> Figure:
    """Return the toll of a report: what is told of people, or the sum of its sides where that is more."""
    people = [figure for figure in sides if figure.counted == "people"]
    told = [figure for figure in sides if figure.counted != "people"]
    low = sum((figure.low or 0.0 for figure in told), 0.0)
    if people and (people[0].low or 0.0) >= low:
        return people[0]._replace(counted=ALL)
    high = None if any(figure.high is None for figure in told) else sum((figure.high or 0.0 for figure in told), 0.0)
    return Figure(role, ALL, low, high, any(figure.approximate for figure in told))


def _tally(role: str, counted: str, told: list[tuple[Report, Figure]]) -> Tally:
    if len(told) == 1:
        return _told_once(role, counted, *told[0])
    by_source = {report.source: figure for report, figure in told}  # the last one of each source counts
    times: dict[float, float] = {}
    for report, figure in told:
        if by_source[report.source] is figure:
            number = figure.low or _most(figure)
            times[number] = max(times.get(number, 0.0), report.age[0])
    spans = {source: bounds(figure) for source, figure in by_source.items()}
    lows = [figure.low or 0.0 for _, figure in told]
    highs = [_most(figure) for _, figure in told]
    best = _best(times, spans.values())
    counts = Counter((figure.low, figure.high) for figure in by_source.values())
    return Tally(
        role=role,
        counted=counted,
        low=min(lows),
        best=best,
        high=max(highs),
        contested=not all(agree(one, other) for one in spans.values() for other in spans.values()),
        sources=len(by_source),
        best_sources=_support(best, spans.values()),
        told=tuple(Told(low, high, n) for (low, high), n in sorted(counts.items(), key=_most_told)),
        earliest=told[0],
        latest=told[-1],
    )


def _told_once(role: str, counted: str, report: Report, figure: Figure) -> Tally:
    low, high, told = figure.low or 0.0, _most(figure), (report, figure)
    return Tally(role, counted, low, low or high, high, False, 1, 1, (Told(figure.low, figure.high, 1),), told, told)


def _most(figure: Figure) -> float:
    return (figure.low or 0.0) if figure.high is None else figure.high


def _most_told(item: tuple[tuple[float | None, float | None], int]) -> tuple[int, float]:
    (low, _), count = item
    return -count, low or 0


def _best(times: Mapping[float, float], spans: Collection[Bounds]) -> float:
    """Return the figure that most sources support; of several the one told last, then the lowest."""
    return min(times, key=lambda number: (-_support(number, spans), -times[number], number))


def _support(number: float, spans: Iterable[Bounds]) -> int:
    return sum(agree((number, number), span) for span in spans)
