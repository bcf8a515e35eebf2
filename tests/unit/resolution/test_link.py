"""Which pairs are linked: on their own, and by what else their two documents tell."""

from itertools import combinations

from resolution.cluster import Pair, pair
from resolution.compare import Parts
from resolution.link import SHARED, link
from resolution.report import Report, When
from resolution.weights import weight
from tests.unit.resolution.invented import QAIM, killed, report


def linked(*reports: Report) -> dict[Pair, Parts]:
    known = {one.event_id: one for one in reports}
    return link(known, [pair(one, other) for one, other in combinations(known, 2)])


def at(number: int, document: str) -> Report:
    """One of several bombings far from each other."""
    spot = QAIM._replace(name=f"town {number}", longitude=5.0 * number, admin1=f"province {number}")
    return report(f"{document}{number}", document, spots=(spot,))


def vague(document: str) -> Report:
    """A bombing of which neither day nor place is told: on its own too little for a link."""
    return report(f"{document} vague", document, spots=(), when=When(), figures=(killed(5),))


def test_documents_with_several_happenings_in_common_likely_share_another_one() -> None:
    ones, others = ([at(n, document) for n in range(SHARED)] for document in "ab")
    assert linked(*ones, *others, vague("a"), vague("b"))["a vague", "b vague"].story == weight("story", "shared")
    assert ("a vague", "b vague") not in linked(*ones[1:], *others[1:], vague("a"), vague("b"))


def test_each_event_counts_for_one_happening() -> None:
    ones = [report(f"a{n}", "a") for n in range(SHARED)]
    assert ("a vague", "b vague") not in linked(*ones, report("b0", "b"), vague("a"), vague("b"))


def test_what_other_documents_tell_adds_nothing() -> None:
    told = [at(n, document) for n in range(SHARED) for document in "cd"]
    assert ("a vague", "b vague") not in linked(*told, vague("a"), vague("b"))
