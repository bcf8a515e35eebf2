"""Place roles: what a place is to the news told: where it happened, where it was filed, whose force it names."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extraction.places.place_context import Context
from extraction.places.place_government import governs
from extraction.places.place_group import Found
from extraction.places.place_key import strong_key
from extraction.places.place_words import words

_BACKED = frozenset(
    {"affiliated", "aligned", "allied", "appointed", "armed", "backed", "brokered", "controlled", "funded", "installed"}
    | {"led", "made", "mediated", "organised", "registered", "sponsored", "supplied", "supported", "trained"}
)
_DASHES = frozenset({"-", "–", "—", "--"})
_DATE = re.compile(r"\s?(?:\d{1,2}\s?[A-Z][A-Za-z]{2}|[A-Z][a-z]{2,8}\.?\s\d{1,2}\b)")


def dateline_length(found: Sequence[Found]) -> int:
    """Return how many places at the start of the paragraph only tell where the report was filed.

    They stand in capitals, or before a dash, or before a date: "KABUL, Afghanistan (", "Juba — ", "Gao, 3 March".
    """
    if not found or not _starts(found[0]):
        return 0
    in_capitals = found[0].seen.name.isupper()
    for number, item in enumerate(found):
        sentence, last = item.seen.sentence, item.seen.last
        after = sentence.tokens[last].text if last < len(sentence.tokens) else "("
        if after in _DASHES or after in ("/", ")") or (after == "(" and (in_capitals or number)):
            return number + 1
        if after != ",":
            return 0
        if _DATE.match(sentence.text, sentence.ends[last] - sentence.start):
            return number + 1
    return 0


def _starts(item: Found) -> bool:
    first, tokens = item.seen.first, item.seen.sentence.tokens
    return first == 0 or (first == 1 and tokens[0].text in ("(", "["))


def cities_with_news(found: Iterable[Sequence[Found]]) -> frozenset[str]:
    """Return the cities that open news of their own with a dash ("RAMADI - Two were killed"), where there are several.

    These places govern what follows them, while that of a single dateline only tells where the report was filed.
    """
    cities: Counter[str] = Counter()
    for items in found:
        if dateline_length(items) == 1 and items[0].seen.first == 0 and items[0].place is not None:
            tokens, last = items[0].seen.sentence.tokens, items[0].seen.last
            if last < len(tokens) and tokens[last].text in _DASHES:
                cities[strong_key(items[0].seen.name)] += 1
    return frozenset(cities) if len(cities) > 1 else frozenset()


def role(item: Found, context: Context) -> str | None:
    """Return the role that the words around a place give it; null where they give none."""
    if governs(item.seen):
        return "government"
    told, tokens, start, last = item.seen.role, item.seen.sentence.tokens, item.seen.first, item.seen.last
    if told == "from" and item.place is not None and context.weight(item.place.country_code) < 1:
        in_state = item.whole is not None and item.whole.place is not None and item.whole.place.feature == "admin1"
        if in_state or (start > 1 and (tokens[start - 2].text == "," or _comes_from(item))):
            return "origin"
    following = tokens[last].norm if last < len(tokens) else ""
    if following in words().speaking and told in ("at", "near"):
        return "origin"
    if item.seen.noun_word is None and following in words().forces and not _has_building(item):
        return "attribute"
    if following in _BACKED and tokens[last].glued and tokens[last].gap != "—":
        return "attribute"  # "Turkey-backed fighters", but not "in Kabul—led by"
    return told


def _comes_from(item: Found) -> bool:
    """Whether people come from a whole country: "peacekeepers from Uganda", but not "withdrew its troops from Mali"."""
    sentence, start = item.seen.sentence, item.seen.first
    if item.place is None or item.place.feature != "country":
        return False
    return sentence.tokens[start - 2].norm in words().forces and sentence.norms.isdisjoint(words().leaving)


def _has_building(item: Found) -> bool:
    """Whether the force that follows only says whose a building is: "Baidoa police station"."""
    tokens = item.seen.sentence.tokens[item.seen.last + 1 : item.seen.last + 3]
    return any(token.norm in words().nouns or token.norm in words().buildings for token in tokens)
