"""Cluster: linked reports into groups that tell one happening each. What one document keeps apart stays apart."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from resolution.compare import Parts, compare
from resolution.echo import echoes
from resolution.report import Report
from resolution.weights import limit

WITNESSES = 12
"""Members of a group that are compared with those of another one before the two become one."""

Pair = tuple[str, str]
"""Ids of two events, the smaller first."""


class Rulings(NamedTuple):
    """Pairs of which a person has said that they tell one happening, or two."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


NONE = Rulings()


def pair(one: str, other: str) -> Pair:
    """Return two ids in their order."""
    return (one, other) if one < other else (other, one)


def forbidden(one: Report, other: Report) -> bool:
    """Tell whether two reports tell two happenings for sure: of one document, or of one headline on two days."""
    return one.document_id == other.document_id or _same_headline_of_two_days(one, other)


def cluster(
    reports: Mapping[str, Report], links: Mapping[Pair, Parts], rulings: Rulings = NONE
) -> list[tuple[str, ...]]:
    """Return the groups, each sorted, in the order of their first members; every report is in one.

    The strongest link comes first, that of like kinds where little parts two, those of echoes after all others. Two
    groups become one where no pair of them is forbidden or ruled apart, no witness has a veto, and their witnesses are
    alike on the mean. The outcome depends on what is given alone, not on its order.
    """
    groups = _Groups(reports, links, rulings)
    for one, other in sorted(rulings.together):
        if one in reports and other in reports:
            groups.unite(one, other)
    last = echoes(reports.values(), {event for ids in links for event in ids})
    for one, other in sorted(links, key=lambda ids: (not last.isdisjoint(ids), _rank(links[ids]), ids)):
        groups.consider(one, other)
    return groups.all()


def _rank(parts: Parts) -> float:
    return -parts.score - limit("like first") * parts.kind


class _Groups:
    """Groups of events as they grow."""

    def __init__(self, reports: Mapping[str, Report], links: Mapping[Pair, Parts], rulings: Rulings) -> None:
        self._reports, self._links, self._rulings = reports, links, rulings
        self._members: dict[str, list[str]] = {event: [event] for event in reports}
        self._head: dict[str, str] = {event: event for event in reports}

    def all(self) -> list[tuple[str, ...]]:
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def consider(self, one: str, other: str) -> None:
        ones, others = self._members[self._head[one]], self._members[self._head[other]]
        if ones is not others and not self._kept_apart(ones, others) and self._alike(ones, others):
            self.unite(one, other)

    def unite(self, one: str, other: str) -> None:
        head, gone = self._head[one], self._head[other]
        if head == gone:
            return
        if len(self._members[head]) < len(self._members[gone]):
            head, gone = gone, head
        for event in self._members[gone]:
            self._head[event] = head
        self._members[head] += self._members.pop(gone)

    def _kept_apart(self, ones: list[str], others: list[str]) -> bool:
        reports, apart = self._reports, self._rulings.apart
        documents = {reports[event].document_id for event in ones}
        if any(reports[event].document_id in documents for event in others):
            return True
        return any(
            pair(one, other) in apart or _same_headline_of_two_days(reports[one], reports[other])
            for one in ones
            for other in others
        )

    def _alike(self, ones: list[str], others: list[str]) -> bool:
        total = count = 0.0
        for one in _witnesses(ones):
            for other in _witnesses(others):
                parts = self._links.get(pair(one, other)) or compare(self._reports[one], self._reports[other])
                if parts.vetoed:
                    return False
                total += parts.score
                count += 1
        return total / count >= limit("support")


def _witnesses(members: Iterable[str]) -> list[str]:
    return list(islice(sorted(members), WITNESSES))


def _same_headline_of_two_days(one: Report, other: Report) -> bool:
    if not one.headline or one.headline != other.headline or one.original_id == other.original_id:
        return False
    if one.when.anchor == "day" == other.when.anchor:
        return one.when.first != other.when.first
    return bool(one.when.published and other.when.published and one.when.published != other.when.published)
