from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

import pytest

from resolution import dates, figures, kinds, parties, places, wording
from resolution.compare import compare
from resolution.report import Figure, Party, Spot, When
from resolution.weights import limit, weights
from resolution.words import fold, skeleton, words
from tests.unit.resolution.invented import ANBAR, QAIM, TUESDAY, around, at_least, killed, on, report

UNDATED = When()
VILLAGE = Spot("bani zayd", "Anbar", "qaim", "IRQ", 34.37, 41.09, 2)
HADITHA = Spot("haditha", "Anbar", None, "IRQ", 34.13, 42.38, 1)
MOSUL = Spot("mosul", "Nineveh", None, "IRQ", 36.34, 43.13, 1)
RAQQA = Spot("raqqa", "Raqqa", None, "SYR", 35.95, 39.01, 1)
TARMIYAH = Spot("tarmiyah", "Baghdad", None, "IRQ", 33.67, 44.39, 1, skeleton="trm")
IRAQ = Spot("iraq", None, None, "IRQ", 33, 44, 4, is_country=True)


def days(n: int) -> date:
    return TUESDAY + timedelta(days=n)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (on(TUESDAY), on(TUESDAY), "same day"),
        (on(TUESDAY), on(days(1)), "next day"),
        (on(TUESDAY), on(days(2)), "days apart"),
        (on(TUESDAY), on(days(9)), "far apart"),
        (on(TUESDAY), around(days(1)), "told at once"),
        (on(TUESDAY), around(days(-2)), "far apart"),
        (on(TUESDAY), around(days(5)), "told days later"),
        (on(TUESDAY), around(days(365)), "far apart"),
        (around(TUESDAY), around(days(1)), "published together"),
        (on(TUESDAY), When("span", days(-10).toordinal(), days(20).toordinal()), "within span"),
        (on(TUESDAY), UNDATED, "undated"),
        (on(TUESDAY), When(published=days(2).toordinal()), "undated, told soon"),
        (on(TUESDAY), When(published=days(-5).toordinal()), "far apart"),
        (on(TUESDAY), When(published=days(300).toordinal()), "undated, told late"),
        (UNDATED, UNDATED, "undated"),
    ],
)
def test_dates(one: When, other: When, level: str) -> None:
    assert dates.level(one, other) == dates.level(other, one) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (QAIM, QAIM, "same place"),
        (TARMIYAH, TARMIYAH._replace(name="tarmiya", precision=2), "same place"),
        (TARMIYAH, TARMIYAH._replace(name="tarmiya", latitude=30.5), "far"),
        (QAIM, VILLAGE, "inside district"),
        (QAIM, ANBAR, "inside province"),
        (ANBAR, ANBAR, "same province"),
        (QAIM, HADITHA, "other place"),
        (QAIM, MOSUL, "far"),
        (QAIM, RAQQA, "other country"),
        (QAIM, IRAQ, "country only"),
        (QAIM, HADITHA._replace(inherited=True), "maybe elsewhere"),
        (QAIM, HADITHA._replace(precision=2), "neighbouring"),
        (QAIM._replace(name="anbar"), ANBAR, "same province"),
    ],
)
def test_places(one: Spot, other: Spot, level: str) -> None:
    assert places.level((one,), (other,)) == places.level((other,), (one,)) == level
    assert places.level((one,), ()) == "unknown"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (killed(10), killed(10), "equal many"),
        (killed(5), killed(5), "equal some"),
        (killed(1), killed(1), "equal one"),
        (at_least(10), killed(12), "agree"),
        (at_least(10), killed(8), "close"),
        (killed(6, 9), killed(7), "agree"),
        (killed(20, approximate=True), killed(22), "agree"),
        (killed(3), killed(6), "apart"),
        (killed(3), killed(15), "wide apart"),
        (killed(3), killed(40), "far apart"),
    ],
)
def test_figures(one: Figure, other: Figure, level: str) -> None:
    assert figures.level(one, other) == figures.level(other, one) == level


def test_figures_of_two_sides_are_not_compared() -> None:
    soldiers, fighters = killed(2, counted="forces"), killed(40, counted="fighters")
    assert figures.likeness((soldiers,), (fighters,)) == 0
    assert figures.likeness((soldiers,), (killed(40),)) < 0


def test_killed_and_injured_in_one_figure_are_compared_with_their_sum() -> None:
    both = killed(31, counted=figures.TOGETHER)
    apart = (killed(10), killed(21)._replace(role="injured"))
    assert figures.likeness((both,), apart) == figures.likeness(apart, (both,)) == weights()["figure"]["equal many"]
    assert figures.likeness((both,), (killed(10),)) == weights()["figure"]["agree"]  # how many were injured is open
    assert figures.likeness((both,), (killed(90),)) < 0


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (Party("Taliban", "insurgent", named=True), Party("Taliban", "insurgent", named=True), "same name"),
        (Party("soldier", "state_forces", named=False), Party("soldier", None, named=False), "same noun"),
        (Party("Taliban", "insurgent", named=True), Party("gunman", "insurgent", named=False), "same side"),
        (Party("Taliban", "insurgent", named=True), Party("Islamic State", "insurgent", named=True), "rival name"),
        (Party("Iraqi Army", "state_forces", named=True), Party("Federal Police", "police", named=True), "other name"),
        (Party("soldier", "state_forces", named=False), Party("gunman", "insurgent", named=False), "other side"),
        (Party("man", "civilians", named=False), Party("gunman", "insurgent", named=False), "unknown"),
        (Party("teacher", "civilians", named=False), Party("gunman", "insurgent", named=False), "other side"),
        (Party("somebody", None, named=False), Party("gunman", "insurgent", named=False), "unknown"),
    ],
)
def test_parties(one: Party, other: Party, level: str) -> None:
    assert parties.level((one,), (other,)) == parties.level((other,), (one,)) == level


def test_kinds() -> None:
    assert kinds.level("ied_explosion", "suicide_bombing", "occurred", "occurred") == "kin"
    assert kinds.level("ied_explosion", "shelling", "occurred", "occurred") == "distant"
    assert kinds.level("deployment", "deployment", "planned", "occurred") == "not yet"
    assert not kinds.comparable("arrest", "air_strike")


def test_words_that_say_little_do_not_count() -> None:
    assert words("The police said that 12 people were killed at the livestock market on Monday.") == {
        "livestock",
        "market",
    }
    assert wording.level(frozenset("abcde"), frozenset("abcdxyz")) == "much"


def test_names_are_folded() -> None:
    assert fold("Al-Qa'im") == fold("al Qaim") == "qaim"
    assert skeleton("Tarmiyah") == skeleton("Tarmiya")
    assert skeleton("Sloviansk") == skeleton("Slovyansk")
    assert skeleton("Bardhere") == skeleton("Bardera")


def test_every_level_has_a_weight() -> None:
    spots = (QAIM, VILLAGE, HADITHA, MOSUL, RAQQA, IRAQ, ANBAR, ANBAR._replace(inherited=True))
    whens = [UNDATED, *(make(days(n)) for n in (0, 1, 2, 5, 9, 40, 300) for make in (on, around))]
    for one, other in product(spots, spots):
        assert places.level((one,), (other,)) in weights()["place"]
    for one_date, other_date in combinations(whens, 2):
        assert dates.level(one_date, other_date) in weights()["date"]


@pytest.mark.parametrize(
    ("slots", "same"),
    [
        ({}, True),
        ({"kind": "ied_explosion", "figures": (at_least(8),)}, True),
        ({"when": around(days(1)), "figures": (killed(14),)}, True),
        ({"when": UNDATED}, True),
        ({"when": on(days(3))}, False),
        ({"when": on(days(1)), "figures": (killed(3),)}, False),
        ({"spots": (HADITHA,)}, False),
        ({"spots": (QAIM,), "figures": (killed(1),), "targets": ()}, False),
        ({"when": UNDATED, "figures": (killed(1),), "targets": ()}, False),
    ],
)
def test_what_is_linked(slots: dict[str, Any], same: bool) -> None:
    one, other = report("a"), report("b", **slots)
    found = compare(one, other)
    assert (found.score >= limit("link") and not found.vetoed) is same
    assert found.score == pytest.approx(compare(other, one).score)
