"""Link: pairs of reports that may tell one happening, by their likeness and by what else their documents tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from resolution.cluster import Pair, forbidden
from resolution.compare import Parts, alike
from resolution.report import Report
from resolution.weights import limit, weight

SHARED = 2
"""Other happenings that two documents have to tell in common before they count as one story."""


def link(reports: Mapping[str, Report], pairs: Iterable[Pair]) -> dict[Pair, Parts]:
    """Return those of the pairs that are so alike that they may tell one happening.

    Two documents of which several events are alike without more follow one story: their other events are likelier one.
    This hangs on the two documents alone, and not on what others tell.
    """
    spare = weight("story", "shared")
    near: dict[Pair, Parts] = {}
    for one, other in pairs:
        if (parts := alike(reports[one], reports[other], spare)) and not forbidden(reports[one], reports[other]):
            near[one, other] = parts
    found = {ids: parts for ids, parts in near.items() if parts.score >= limit("link")}
    told: dict[frozenset[str], list[Pair]] = defaultdict(list)
    for ids in found:
        told[_documents(reports, ids)].append(ids)
    for ids in near.keys() - found.keys():
        if _others(ids, told.get(_documents(reports, ids), ())) >= SHARED:
            found[ids] = near[ids]._replace(story=spare)
    return found


def _documents(reports: Mapping[str, Report], ids: Pair) -> frozenset[str]:
    return frozenset(reports[event].document_id for event in ids)


def _others(ids: Pair, told: Iterable[Pair]) -> int:
    """Return how many happenings other pairs of the two documents tell, each event counted for one."""
    seen = set(ids)
    count = 0
    for one, other in sorted(told):
        if one not in seen and other not in seen:
            seen |= {one, other}
            count += 1
    return count
