from datetime import timedelta
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from resolution.cluster import NONE, Pair, Rulings, cluster, forbidden, pair
from resolution.compare import Parts, compare
from resolution.echo import echoes
from resolution.report import Report, When
from resolution.weights import limit
from tests.unit.resolution.invented import QAIM, TUESDAY, killed, on, report

LATER = on(TUESDAY + timedelta(days=7))


def groups(reports: list[Report], rulings: Rulings = NONE) -> list[tuple[str, ...]]:
    links: dict[Pair, Parts] = {}
    for one, other in combinations(reports, 2):
        parts = compare(one, other)
        if not forbidden(one, other) and parts.score >= limit("link") and not parts.vetoed:
            links[pair(one.event_id, other.event_id)] = parts
    return cluster({one.event_id: one for one in reports}, links, rulings)


def test_reports_of_one_happening_come_together() -> None:
    assert groups([report("a"), report("b"), report("c", when=LATER)]) == [("a", "b"), ("c",)]


def test_a_document_keeps_its_events_apart() -> None:
    assert groups([report("a", "x"), report("b", "x"), report("c")]) == [("a",), ("b", "c")]


def test_a_headline_of_two_days_is_two_happenings() -> None:
    one = report("a", headline="blast in qaim")
    other = report("b", headline="blast in qaim", when=on(TUESDAY + timedelta(days=1)), figures=(killed(10),))
    assert forbidden(one, other)
    assert groups([one, other]) == [("a",), ("b",)]
    assert groups([one, other._replace(headline="another blast", when=on(TUESDAY))]) == [("a", "b")]


def test_an_undated_report_does_not_bridge_two_days() -> None:
    undated = report("b", when=When())
    assert groups([report("a"), undated, report("c", when=LATER)]) in ([("a", "b"), ("c",)], [("a",), ("b", "c")])


def test_rulings_go_before_scores() -> None:
    reports = [report("a"), report("b"), report("c", when=LATER)]
    assert groups(reports, Rulings(apart=frozenset({("a", "b")}))) == [("a",), ("b",), ("c",)]
    assert groups(reports, Rulings(together=frozenset({("a", "c")})))[0] == ("a", "c")
    assert groups([report("a", "x"), report("b", "x")], Rulings(together=frozenset({("a", "b")}))) == [("a", "b")]


def test_what_repeats_a_sibling_links_last() -> None:
    body, headline = report("b", "x"), report("a", "x", in_headline_only=True)
    assert echoes([body, headline], {"a", "b"}) == {"a"}
    assert groups([body, headline, report("c")]) == [("a",), ("b", "c")]


@given(st.integers(0, 10_000))
def test_order_does_not_matter_and_documents_stay_apart(seed: int) -> None:
    random = Random(seed)
    reports = [
        report(
            f"{n:02}",
            f"document {random.randrange(8)}",
            when=on(TUESDAY + timedelta(days=random.randrange(3))),
            spots=(QAIM,),
            figures=(killed(random.choice((3, 9, 10, 11))),),
        )
        for n in range(12)
    ]
    found = groups(reports)
    assert groups(random.sample(reports, len(reports))) == found
    documents = {one.event_id: one.document_id for one in reports}
    for group in found:
        assert len({documents[event] for event in group}) == len(group)
