"""Place governments: capitals that stand for those who govern there ("Kyiv accused Moscow") and so are no places."""

from extraction.places.place_sighting import Sighting
from extraction.places.place_words import words

_LINKS = frozenset({"and", "or", "nor"})
_REACH = 5
"""Words before the second of two capitals among which stands what governments have: "tension between A and B"."""
_GENITIVES = frozenset({"'s", "’s", "s", "'", "’"})


def governs(seen: Sighting) -> bool:
    """Whether the name of a capital stands for a government: it says, is told or owns something."""
    known = words()
    if seen.noun is not None or seen.name.lower() not in known.capitals:
        return False
    tokens = seen.sentence.tokens
    before = tokens[seen.first - 1].norm if seen.first else ""
    after = [token.norm for token in tokens[seen.last : seen.last + 4]]
    if before in known.addressing or before in known.siding:
        return True
    if seen.role == "between":
        return any(token.norm in known.relations for token in tokens[max(0, seen.first - _REACH) : seen.first])
    if seen.role is not None and not seen.listed:
        return False
    while len(after) > 2 and after[0] in _LINKS and after[1] in known.capitals:
        after = after[2:]
    if after[:1] and after[0] in _GENITIVES:
        return len(after) > 1 and after[1] in known.offices
    return bool(after) and after[0] in known.governing
