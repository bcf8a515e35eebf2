"""Counting: which events and figures of a document may be added up. Pure.

What has happened or goes on counts; what is planned, prevented, denied or only alleged does not, nor the figure of a
whole period, nor a part beside its whole: "30 killed, at least eight bodies found" are 30. That a document repeats
another one is known only in the warehouse.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from extraction.events.event import Event, EventPlace, Quantity

EVERYBODY = frozenset({"bodies", "body", "casualties", "dead", "him", "people", "them", "victims"})
"""Words for all that were hit, whoever they are; a figure of these, or of nothing said, may hold those of the sides."""
OF_PEOPLE = frozenset(
    {"abducted", "arrested", "deported", "displaced", "injured", "killed", "released", "sentenced", "surrendered"}
)
"""Roles of people whom something befell; figures of things without a noun may be of two things."""


class Counting:
    """What counts of the events of one document."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._countable = {e.event_id: e for e in events if e.status in ("occurred", "ongoing") and e.scope == "single"}

    def counts(self, event: Event) -> bool:
        """Tell whether an event counts: it may, and is no part of an event of its kind that may, too."""
        whole = self._countable.get(event.part_of) if event.part_of else None
        return event.event_id in self._countable and (whole is None or whole.kind != event.kind)

    def counted_figures(self, event: Event) -> list[bool]:
        """Tell of each figure of an event whether it counts.

        One whose role a whole of the event has a figure of, at any remove, does not. Of the others of a role that of
        all people together counts alone where it is at least as large as the sum of the rest; else the rest does.
        """
        if event.event_id not in self._countable:
            return [False] * len(event.quantities)
        told = {quantity.role for whole in self._wholes(event) for quantity in whole.quantities}
        adding = {id(quantity) for role in {q.role for q in event.quantities} - told for quantity in _toll(event, role)}
        return [id(quantity) in adding for quantity in event.quantities]

    def _wholes(self, event: Event) -> Iterator[Event]:
        seen: set[UUID] = {event.event_id}
        whole = self._countable.get(event.part_of) if event.part_of else None
        while whole is not None and whole.event_id not in seen:
            yield whole
            seen.add(whole.event_id)
            whole = self._countable.get(whole.part_of) if whole.part_of else None


def _toll(event: Event, role: str) -> list[Quantity]:
    """Return the figures of a role that make up its sum, none of them a part of another."""
    figures = [quantity for quantity in event.quantities if quantity.role == role]
    if role not in OF_PEOPLE:
        return figures
    sides = [figure for figure in figures if not _of_all(figure)]
    whole = max(filter(_of_all, figures), key=_least, default=None)
    return [whole] if whole and _least(whole) >= sum(map(_least, sides)) else sides


def _of_all(figure: Quantity) -> bool:
    return figure.counted is None or figure.counted.lower() in EVERYBODY


def _least(figure: Quantity) -> float:
    return figure.low or 0.0


def main_place(places: Sequence[EventPlace]) -> int | None:
    """Return the number of the place that an event is put on a map or counted at; null where it has none.

    A place where it happened comes before one it went from or to, an exact one before a vague one, a first-told one
    before a later one.
    """
    ranks = [(at.role != "at", at.place.geo_precision or 9, number) for number, at in enumerate(places)]
    return min(ranks)[2] if ranks else None
