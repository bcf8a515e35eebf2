"""Identity: which incident of before a group of events is, and what became of the others."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

Change = Literal["joined", "left", "merged", "split", "changed", "ended"]


class Fate(NamedTuple):
    """What happened to an incident that was there before."""

    incident_id: str
    change: Change
    other: str | None = None
    """Of a merger or a split: the other incident."""


class Identified(NamedTuple):
    """The id of each group, in their order, and the changes of the incidents that were there before."""

    ids: tuple[str, ...]
    fates: tuple[Fate, ...]


def identify(
    groups: Sequence[Sequence[str]], before: Mapping[str, str], fresh: Callable[[Sequence[str]], str]
) -> Identified:
    """Give each group of events an id. `before` is the incident of each event that had one, gone events included.

    An id goes to the group with most of its events, a group takes that of which it has most; `fresh` makes the ids of
    the rest. So an id stays when reports join, and of two incidents that become one that of the larger stays.
    """
    shared = Counter((before[event], n) for n, group in enumerate(groups) for event in group if event in before)
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for incident_id, n in sorted(shared, key=lambda key: (-shared[key], key)):
        if n not in ids and incident_id not in taken:
            ids[n] = incident_id
            taken.add(incident_id)
    whole = tuple(ids.get(n) or fresh(group) for n, group in enumerate(groups))
    return Identified(whole, tuple(_fates(groups, whole, before, shared)))


def _fates(
    groups: Sequence[Sequence[str]],
    ids: Sequence[str],
    before: Mapping[str, str],
    shared: Mapping[tuple[str, int], int],
) -> Iterator[Fate]:
    homes: dict[str, set[str]] = {incident_id: set() for incident_id in before.values()}
    for incident_id, n in shared:
        homes[incident_id].add(ids[n])
    had, has = events_of(before), {name: set(group) for name, group in zip(ids, groups, strict=True)}
    there = {event for group in groups for event in group}
    for incident_id in sorted(homes):
        others = sorted(homes[incident_id] - {incident_id})
        if incident_id in has:
            yield from (Fate(incident_id, "split", other) for other in others)
            yield from _comings(incident_id, had[incident_id], has[incident_id], before, there)
            continue
        yield from [Fate(incident_id, "merged", other) for other in others] or [Fate(incident_id, "ended")]
        yield from (Fate(other, "merged", incident_id) for other in others if other in homes)


def events_of(before: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the events of each incident, given the incident of each event."""
    had: dict[str, set[str]] = {}
    for event, incident_id in before.items():
        had.setdefault(incident_id, set()).add(event)
    return had


def _comings(
    incident_id: str, had: set[str], has: set[str], before: Mapping[str, str], there: set[str]
) -> Iterator[Fate]:
    if had == has:
        yield Fate(incident_id, "changed")
    if any(event not in before for event in has - had):
        yield Fate(incident_id, "joined")
    if had - has - there:
        yield Fate(incident_id, "left")
