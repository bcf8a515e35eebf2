"""Identity: which incident of before a group of events is, and what became of the others."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
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
    for incident_id, n in sorted(shared, key=lambda key: (-shared[key], key)):
        if n not in ids and incident_id not in ids.values():
            ids[n] = incident_id
    whole = tuple(ids.get(n) or fresh(group) for n, group in enumerate(groups))
    return Identified(whole, tuple(_fates(groups, whole, before, shared)))


def _fates(
    groups: Sequence[Sequence[str]],
    ids: Sequence[str],
    before: Mapping[str, str],
    shared: Mapping[tuple[str, int], int],
) -> list[Fate]:
    now = {event: ids[n] for n, group in enumerate(groups) for event in group}
    fates: list[Fate] = []
    for incident_id in sorted(set(before.values())):
        homes = sorted({ids[n] for old, n in shared if old == incident_id})
        if incident_id not in ids:
            fates += [Fate(incident_id, "merged", home) for home in homes] or [Fate(incident_id, "ended")]
            fates += [Fate(home, "merged", incident_id) for home in homes if home in before.values()]
            continue
        fates += [Fate(incident_id, "split", home) for home in homes if home != incident_id]
        fates += _comings(incident_id, before, now)
    return fates


def _comings(incident_id: str, before: Mapping[str, str], now: Mapping[str, str]) -> list[Fate]:
    had = {event for event, old in before.items() if old == incident_id}
    has = {event for event, new in now.items() if new == incident_id}
    fates = []
    if any(event not in before for event in has - had):
        fates.append(Fate(incident_id, "joined"))
    if any(event not in now for event in had - has):
        fates.append(Fate(incident_id, "left"))
    return fates or ([Fate(incident_id, "changed")] if had == has else [])
