"""Place chains: how one sighting hangs on the next ("village of A in the B district of C province")."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from extraction.mentions.mention import Place
from extraction.places.place_index import Candidate
from extraction.places.place_key import strong_key, weak_key
from extraction.places.place_sighting import Sighting
from extraction.places.place_words import role_before, words
from extraction.sentences.sentence import Token

Link = Literal["in", "comma", "list", "near", "owns"]

_RANK = {"country": 0, "admin1": 1, "region": 2, "desert": 2, "river": 2, "admin2": 3, "province": 3, "city": 4}
_SMALLEST = 5
_INSIDE = frozenset(
    {"in", "of", "at", "within", "inside", "the", "a", "an", ",", "(", "on", "'s", "local", "government"}
)
_POSSESSIVE = frozenset({"'s", "’s", "s"})
_AND = frozenset({"and", "or", "&", ","})


def rank(feature: str | None) -> int:
    """Return how narrow a feature is, from 0 for a country to 5 for a village, a facility or a neighbourhood."""
    return _RANK.get(feature or "", _SMALLEST)


def link(seen: Sighting, following: Sighting) -> Link | None:
    """Return how `following` hangs on `seen` by the words between them; null where they are apart."""
    if seen.sentence.index != following.sentence.index or following.first < seen.last:
        return None
    tokens = seen.sentence.tokens
    between = [token.norm for token in tokens[seen.last : following.first]]
    if not between or len(between) > 8:
        return None
    if between == [","]:
        return "comma"
    if all(norm in _AND for norm in between) or (between[0] in _AND and between[0] != "," and _names_kind(between[1:])):
        return "list"
    if between[0] in _POSSESSIVE and all(norm in _INSIDE or norm in words().describing for norm in between[1:]):
        return "owns"  # "Mali's northern town of Bamba"
    if all(norm in _INSIDE or norm in words().nouns or norm in words().direction for norm in between):
        return "near" if _near(tokens, seen, following) else "in"
    return "near" if _near(tokens, seen, following) and _measured(tokens[seen.last : following.first]) else None


def contains(whole: Candidate | Place, part: Candidate) -> bool:
    """Whether `part` lies in `whole`, as far as their first- and second-level units tell."""
    if rank(whole.feature) >= rank(part.feature) or whole.country_code != part.country_code:
        return False
    if whole.feature == "country":
        return True
    if whole.admin1 is None and whole.feature == "region":
        return True
    if whole.admin1 is None or part.admin1 != whole.admin1:
        return part.admin1 is None and whole.feature == "admin1"
    return whole.feature in ("admin1", "city") or part.admin2 is None or same_name(part.admin2, whole.name)


@lru_cache(1 << 14)
def same_name(one: str, other: str) -> bool:
    """Whether two names are transliterations of one."""
    return weak_key(strong_key(one)) == weak_key(strong_key(other))


def _names_kind(between: Sequence[str]) -> bool:
    """Whether the words only say what follows: "the villages of"."""
    return all(norm in ("the", "of") or norm in words().nouns for norm in between)


def _near(tokens: Sequence[Token], seen: Sighting, following: Sighting) -> bool:
    start = following.first
    while start > seen.last and tokens[start - 1].norm == "the":
        start -= 1
    return role_before(tokens, start) == "near"


def _measured(between: Sequence[Token]) -> bool:
    """Whether nothing but a distance and a direction stands between: ", some 30 km north of"."""
    known = words()
    return all(
        not token.text[0].isalpha()
        or token.norm in known.direction
        or token.norm in {"of", "the", "km", "kilometers", "kilometres", "miles", "about", "some", "just", "and", "s"}
        or token.norm in {"near", "outside", "close", "to", "from", "on", "outskirts", "in", "vicinity"}
        for token in between
    )
