"""Parties: how alike those are who did it, or to whom it was done."""

from functools import lru_cache

from resolution.report import Party

SIDES = {
    "insurgent": "armed group",
    "militia": "armed group",
    "state_forces": "state",
    "police": "state",
    "government": "state",
    "coalition": "state",
    "intergovernmental": "state",
    "civilians": "civilians",
}
"""Categories that outlets use for each other; `other` says nothing."""
ANYBODY = frozenset({"person", "people", "man", "victim", "member", "other", "group", "force"})
ARMED = frozenset({"armed group"})
"""Sides of which two names are two groups, and not a part and its whole."""


def level(ones: tuple[Party, ...], others: tuple[Party, ...]) -> str:
    """Return how alike two sides are."""
    return _level(ones, others) if ones and others else "unknown"


@lru_cache(1 << 13)  # news names the same few sides again and again
def _level(ones: tuple[Party, ...], others: tuple[Party, ...]) -> str:
    shared = {(party.name, party.named) for party in ones} & {(party.name, party.named) for party in others}
    if any(named for _, named in shared):
        return "same name"
    if any(name not in ANYBODY for name, _ in shared):
        return "same noun"
    return _by_category(ones, others)


def _by_category(ones: tuple[Party, ...], others: tuple[Party, ...]) -> str:
    sides, other_sides = _categories(ones), _categories(others)
    if not sides or not other_sides:
        return "unknown"
    common = sides & other_sides
    if not common:
        return "other side" if _takes_side(ones) and _takes_side(others) else "unknown"
    if not (_names(ones, common) and _names(others, common)):
        return "same side"
    return "rival name" if common <= ARMED and not _one_holds_other(ones, others) else "other name"


def _one_holds_other(ones: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Tell whether a name is part of another one: the FARC and FARC dissidents."""
    names, other_names = ([f" {party.name} " for party in side if party.named] for side in (ones, others))
    return any(one in other or other in one for one in names for other in other_names)


def _takes_side(parties: tuple[Party, ...]) -> bool:
    """Tell whether anybody is told whose side is sure; "men" and "people" may be civilians or not."""
    return any(party.category in SIDES and not _anybody(party) for party in parties)


def _anybody(party: Party) -> bool:
    return party.name in ANYBODY and SIDES.get(party.category or "") == "civilians"


def _categories(parties: tuple[Party, ...]) -> set[str]:
    return {SIDES[party.category] for party in parties if party.category in SIDES}


def _names(parties: tuple[Party, ...], sides: set[str]) -> bool:
    return any(party.named for party in parties if SIDES.get(party.category or "") in sides)
