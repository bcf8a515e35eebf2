"""Which figures of an event may be added up."""

from uuid import uuid4

import pytest

from extraction.events.event import Event, Quantity
from tasks.counting import Counting

Told = list[tuple[float, str | None]]


def counted(role: str, told: Told) -> list[float]:
    """Return the figures that count of an event with these."""
    quantities = tuple(Quantity(role, low, low, str(low), counted=who) for low, who in told)
    event = Event(
        event_id=uuid4(), kind="attack", summary="", confidence=0.9, rule="", evidence=(), quantities=quantities
    )
    counts = Counting([event]).counted_figures(event)
    return [low for (low, _), adds in zip(told, counts, strict=True) if adds]


@pytest.mark.parametrize(
    ("told", "adding"),
    [
        ([(30, "people"), (8, "bodies")], [30]),
        ([(14, "soldiers"), (20, "them")], [20]),
        ([(3, "bandits"), (2, "soldiers")], [3, 2]),
        ([(8, "people"), (17, "officers")], [17]),
        ([(5, None), (2, "soldiers"), (3, "policemen")], [5]),
        ([(4, None), (4, None)], [4]),
        ([(2, "soldiers"), (3, "others")], [2, 3]),
    ],
)
def test_a_part_is_not_added_to_its_whole(told: Told, adding: list[float]) -> None:
    assert counted("killed", told) == adding


def test_things_without_a_noun_may_be_two() -> None:
    assert counted("destroyed", [(12, None), (3, None)]) == [12, 3]
