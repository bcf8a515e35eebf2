"""Counting: which events and figures of a document may be added up. Pure.

What has happened or goes on counts; what is planned, prevented, denied or only alleged does not, nor the figure of a
whole period, nor a part beside its whole. That a document repeats another one is known only in the warehouse.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from extraction.events.event import Event, EventPlace


class Counting:
    """What counts of the events of one document."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._countable = {e.event_id: e for e in events if e.status in ("occurred", "ongoing") and e.scope == "single"}

    def counts(self, event: Event) -> bool:
        """Tell whether an event counts: it may, and is no part of an event of its kind that may, too."""
        whole = self._countable.get(event.part_of) if event.part_of else None
        return event.event_id in self._countable and (whole is None or whole.kind != event.kind)

    def uncounted_roles(self, event: Event) -> frozenset[str] | None:
        """Return the roles of the figures of an event that its wholes, at any remove, have too; null: none counts."""
        if event.event_id not in self._countable:
            return None
        return frozenset(quantity.role for whole in self._wholes(event) for quantity in whole.quantities)

    def _wholes(self, event: Event) -> Iterator[Event]:
        seen: set[UUID] = {event.event_id}
        whole = self._countable.get(event.part_of) if event.part_of else None
        while whole is not None and whole.event_id not in seen:
            yield whole
            seen.add(whole.event_id)
            whole = self._countable.get(whole.part_of) if whole.part_of else None


def main_place(places: Sequence[EventPlace]) -> int | None:
    """Return the number of the place that an event is put on a map or counted at; null where it has none.

    A place where it happened comes before one it went from or to, an exact one before a vague one, a first-told one
    before a later one.
    """
    ranks = [(at.role != "at", at.place.geo_precision or 9, number) for number, at in enumerate(places)]
    return min(ranks)[2] if ranks else None
