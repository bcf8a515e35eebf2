"""Incident: one happening, summed up from the reports that tell it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from resolution.cluster import Pair, pair
from resolution.compare import Parts
from resolution.report import Party, Report, Spot
from resolution.tally import Tally, tallies
from resolution.weights import limit

EXACT = ("day", "week", "month", "year", "unknown")
WITHOUT_PRECISION = 5
NEAREST = 2
"""Precision of a place that is known itself, or by its district."""


class Joined(NamedTuple):
    """How a report came into its incident."""

    report: Report
    linked_to: str | None
    parts: Parts | None
    """Null where it is alone, or where a person put it there."""


class Incident(NamedTuple):
    """One happening."""

    joined: tuple[Joined, ...]
    kind: str
    status: str
    dated: Report
    """The report whose date is taken."""
    spot: Spot | None
    operation: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    tallies: tuple[Tally, ...]
    sources: int
    first_report: float | None
    last_report: float | None
    confidence: float
    summary: str

    @property
    def contested(self) -> bool:
        """Whether sources disagree on a figure beyond their wording."""
        return any(tally.contested for tally in self.tallies)

    @property
    def reports(self) -> int:
        """Documents that tell it, copies left out."""
        return len({joined.report.original_id for joined in self.joined})


def incident(reports: Sequence[Report], links: Mapping[Pair, Parts]) -> Incident:
    """Sum up the reports of one happening; where they differ, what most sources tell is taken."""
    if len(reports) == 1:
        return _alone(reports[0])
    own = [report for report in reports if not report.is_copy] or list(reports)
    joined = tuple(_joined(report, reports, links) for report in reports)
    times = sorted(report.published_at for report in own if report.published_at is not None)
    central = max(
        own, key=lambda report: (_support(report, own, links), report.confidence, report.summary, report.event_id)
    )
    return Incident(
        joined=joined,
        kind=_most(own, lambda report: [report.kind])[0],
        status=_most(own, lambda report: [report.status])[0],
        dated=min(own, key=lambda report: (EXACT.index(report.precision), report.age)),
        spot=_spot(own),
        operation=next(iter(_most(own, lambda report: [report.operation] if report.operation else [])), None),
        actors=_names(own, lambda report: report.actors),
        targets=_names(own, lambda report: report.targets),
        tallies=tuple(tallies(own)),
        sources=len({report.source for report in own}),
        first_report=times[0] if times else None,
        last_report=times[-1] if times else None,
        confidence=min((_confidence(one.parts) for one in joined if one.parts), default=1.0),
        summary=central.summary,
    )


def _alone(report: Report) -> Incident:
    """Sum up what one report tells, as most happenings are told: there is nothing to weigh."""
    return Incident(
        joined=(Joined(report, None, None),),
        kind=report.kind,
        status=report.status,
        dated=report,
        spot=_spot([report]),
        operation=report.operation or None,
        actors=_in_order(report.actors),
        targets=_in_order(report.targets),
        tallies=tuple(tallies([report])),
        sources=1,
        first_report=report.published_at,
        last_report=report.published_at,
        confidence=1.0,
        summary=report.summary,
    )


def _joined(report: Report, reports: Sequence[Report], links: Mapping[Pair, Parts]) -> Joined:
    others = [other.event_id for other in reports if other is not report]
    linked = [(links[ids], other) for other in others if (ids := pair(report.event_id, other)) in links]
    if not linked:
        return Joined(report, None, None)
    parts, other = max(linked, key=lambda found: (found[0].score, found[1]))
    return Joined(report, other, parts)


def _support(report: Report, reports: Iterable[Report], links: Mapping[Pair, Parts]) -> float:
    scores = (links.get(pair(report.event_id, other.event_id)) for other in reports)
    return sum(parts.score for parts in scores if parts)


def _confidence(parts: Parts) -> float:
    """A pair as good as the limit is as likely right as wrong; each bit doubles the odds."""
    return 1 / (1 + 2 ** (limit("link") - 1 - parts.score))


def _most(reports: Iterable[Report], values: Callable[[Report], list[str]]) -> list[str]:
    """Return the values by how many sources tell them, the most told first; of the earliest report where they tie."""
    sources: dict[str, set[str]] = {}
    for report in sorted(reports, key=lambda report: report.age):
        for value in values(report):
            sources.setdefault(value, set()).add(report.source)
    return sorted(sources, key=lambda value: -len(sources[value]))


def _names(reports: Iterable[Report], side: Callable[[Report], tuple[Party, ...]]) -> tuple[str, ...]:
    """Return the names of a side; nouns come after names, whoever tells them."""
    named = {party.name: party for report in reports for party in side(report)}
    return _in_order(named[name] for name in _most(reports, lambda report: [party.name for party in side(report)]))


def _in_order(parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the names of parties, each once, nouns after names."""
    named = {party.name: party.named for party in parties}
    return tuple(sorted(named, key=lambda name: not named[name]))


def _spot(reports: Iterable[Report]) -> Spot | None:
    """Return the place that most reports tell, an exact one before a province; of several the first told."""
    spots = [spot for report in sorted(reports, key=lambda report: report.age) for spot in report.spots]
    told = Counter(spot.name for spot in spots)
    exact = [(spot.precision or WITHOUT_PRECISION, spot.inherited) for spot in spots]
    ranked = [
        (precision > NEAREST, inherited, -told[spot.name], precision, n)
        for n, (spot, (precision, inherited)) in enumerate(zip(spots, exact, strict=True))
    ]
    return spots[min(ranked)[-1]] if ranked else None
