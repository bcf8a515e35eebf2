from typing import Any

import pytest

from resolution.incident import incident
from resolution.report import Figure, Report
from resolution.tally import ALL, Tally, Told, tallies
from tests.unit.resolution.invented import ANBAR, QAIM, at_least, killed, report


def killed_by(*told: Figure | None, **more: Any) -> list[Report]:
    return [
        report(f"r{n}", figures=(figure,) if figure else (), published_at=float(n), **more)
        for n, figure in enumerate(told)
    ]


def toll(reports: list[Report]) -> Tally:
    return next(tally for tally in tallies(reports) if tally.role == "killed" and tally.counted == ALL)


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ([killed(10), at_least(10), killed(8)], (8, 10, 10, True)),
        ([at_least(10), killed(12)], (10, 12, 12, False)),
        ([killed(3), killed(3), killed(4)], (3, 3, 4, True)),
        ([killed(3), killed(5)], (3, 5, 5, True)),
        ([killed(20, approximate=True), killed(22)], (20, 22, 22, False)),
        ([killed(6, 9), killed(7)], (6, 7, 9, False)),
        ([killed(7), None], (7, 7, 7, False)),
    ],
)
def test_low_best_high_and_contested(told: list[Figure | None], figures: tuple[float, float, float, bool]) -> None:
    found = toll(killed_by(*told))
    assert (found.low, found.best, found.high, found.contested) == figures


def test_of_figures_told_alike_often_and_without_a_date_the_lowest_is_best_whatever_the_ids() -> None:
    three, five = report("a", figures=(killed(3),)), report("b", figures=(killed(5),))
    assert toll([three._replace(published_at=1.0), five]).best == 5
    assert toll([three, five]).best == toll([three._replace(event_id="c"), five]).best == 3


def test_who_says_what_first_and_last() -> None:
    found = toll(killed_by(killed(3), killed(5), killed(5)))
    assert found.told == (Told(5, 5, 2), Told(3, 3, 1))
    assert (found.sources, found.best_sources) == (3, 2)
    assert (found.earliest[1].low, found.latest[1].low) == (3, 5)


def test_an_outlet_that_corrects_itself_does_not_contradict() -> None:
    found = toll(killed_by(killed(3), killed(5), source="one outlet"))
    assert (found.low, found.best, found.high, found.contested, found.sources) == (3, 5, 5, False, 1)


def test_copies_count_for_nothing() -> None:
    copies = [one._replace(original_id="document of r0") for one in killed_by(killed(9), killed(9))]
    assert toll([*killed_by(killed(3)), *copies[1:]]).high == 3


def test_sides_add_up_to_the_toll_of_a_report() -> None:
    sides = report("a", figures=(killed(3, counted="fighters"), killed(2, counted="forces")))
    both = report("b", figures=(killed(5),))
    found = {(tally.counted, tally.best) for tally in tallies([sides, both])}
    assert found == {("fighters", 3), ("forces", 2), (ALL, 5)}
    assert not toll([sides, both]).contested


def test_an_incident_takes_the_most_exact_place_and_the_kind_most_told() -> None:
    reports = [
        report("a", spots=(ANBAR,), kind="attack"),
        report("b", spots=(QAIM,)),
        report("c", spots=(ANBAR,)),
        report("d", spots=(ANBAR,), kind="attack", source="outlet of a"),
    ]
    found = incident(reports, {})
    assert found.spot == QAIM
    assert found.kind == "suicide_bombing"
    assert (found.reports, found.sources) == (4, 3)


def test_every_figure_is_a_floating_number_also_where_none_is_told() -> None:
    """The database takes columns of one type: a whole 0 among them ended the load."""
    for low, high in ((None, 5.0), (None, None)):
        told = killed_by(killed(3)._replace(low=low, high=high))
        assert {type(number) for number in toll(told)[2:5]} == {float}


def test_a_figure_that_says_up_to_has_no_least() -> None:
    most = Figure("killed", "forces", None, 5.0)
    found = toll([report("a", figures=(most, killed(2.0, counted="fighters")))])
    assert (found.low, found.high) == (2, 7)
    assert all(isinstance(number, float) for number in (found.low, found.best, found.high, *found.told[0][:2]))
