"""Place nouns: the noun beside a name that tells what kind of place it is: before, behind, or in an apposition."""

from collections.abc import Sequence

from extraction.places.place_sighting import Sighting
from extraction.places.place_words import Words
from extraction.sentences.sentence import Token

_APPOSITION = 4


def read_noun(seen: Sighting, blocked: frozenset[int], known: Words) -> None:
    """Give the sighting the noun beside it, and widen it over one that follows."""
    tokens = seen.sentence.tokens
    if seen.last < len(tokens) and seen.last not in blocked and (feature := known.nouns.get(tokens[seen.last].norm)):
        seen.noun, seen.noun_word = feature, tokens[seen.last].text
        seen.last += 1
    else:
        seen.noun = noun_before(tokens, seen.first, blocked, known) or told_after(tokens, seen.last, known)


def noun_before(tokens: Sequence[Token], first: int, blocked: frozenset[int], known: Words) -> str | None:
    """Return the feature that a noun and "of" before the name tell, unless the noun has a name of its own.

    A nationality in `blocked` is none: "the eastern Ukrainian town of Bakhmut", but "the Dibis district of Kirkuk".
    """
    if first < 2 or tokens[first - 1].norm != "of":
        return None
    if first > 2 and first - 3 not in blocked and tokens[first - 3].capital:
        return None
    return known.nouns.get(tokens[first - 2].norm)


def told_after(tokens: Sequence[Token], last: int, known: Words) -> str | None:
    """Return the feature that an apposition tells: "Booco, a small village in"."""
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].norm not in ("a", "an", "the"):
        return None
    for index in range(last + 2, min(last + 2 + _APPOSITION, len(tokens) - 1)):
        if tokens[index].norm in known.settled and tokens[index + 1].norm in ("in", "of", "near", "on", ","):
            return known.nouns[tokens[index].norm]
        if not tokens[index].text[0].isalpha() or tokens[index].norm in known.followers:
            return None
    return None
