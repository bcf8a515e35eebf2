"""Parties: how alike those are who did it, or to whom it was done."""

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
ARMED = frozenset({"armed group"})
"""Sides of which two names are two groups, and not a part and its whole."""


def level(ones: tuple[Party, ...], others: tuple[Party, ...]) -> str:
    """Return how alike two sides are."""
    if not ones or not others:
        return "unknown"
    shared = {(party.name, party.named) for party in ones} & {(party.name, party.named) for party in others}
    if any(named for _, named in shared):
        return "same name"
    if shared:
        return "same noun"
    return _by_category(ones, others)


def _by_category(ones: tuple[Party, ...], others: tuple[Party, ...]) -> str:
    sides, other_sides = _categories(ones), _categories(others)
    if not sides or not other_sides:
        return "unknown"
    common = sides & other_sides
    if not common:
        return "other side"
    if not (_names(ones, common) and _names(others, common)):
        return "same side"
    return "rival name" if common <= ARMED else "other name"


def _categories(parties: tuple[Party, ...]) -> set[str]:
    return {SIDES[party.category] for party in parties if party.category in SIDES}


def _names(parties: tuple[Party, ...], sides: set[str]) -> bool:
    return any(party.named for party in parties if SIDES.get(party.category or "") in sides)
