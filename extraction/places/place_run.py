"""Place runs: how far a capitalised name goes, and whether it is a part of a longer one."""

from collections.abc import Sequence

from extraction.places.gazetteer import gazetteer
from extraction.places.place_words import Words
from extraction.sentences.sentence import Token

_LONGEST = 6
_APOSTROPHES = frozenset("'‘’ʿ`")
NO_START = frozenset(
    {"a", "the", "in", "at", "on", "near", "from", "to", "of", "for", "with", "by", "and", "or", "but", "i"}
)


def run_end(tokens: Sequence[Token], first: int, blocked: frozenset[int], known: Words) -> int:
    """Return the index after the capitalised run that begins at `first`, inner particles and nouns included."""
    end = first + 1
    for last in range(first + 1, min(first + _LONGEST, len(tokens))):
        token = tokens[last]
        if _opens_name(tokens, last) and last + 1 not in blocked:
            continue
        if last in blocked or token.norm in known.calendar:
            break
        if not (token.capital or token.norm in known.particles or token.norm in known.nouns):
            break
        if token.norm not in known.particles or token.capital:
            end = last + 1
    return end


def _opens_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether an apostrophe stands right before a capital, as in "Nad ‘Ali" and "Pul-e 'Alam"."""
    if tokens[index].text not in _APOSTROPHES or index + 1 == len(tokens):
        return False
    following = tokens[index + 1]
    return not following.gap and following.capital


def goes_on(tokens: Sequence[Token], last: int, run: int, known: Words) -> bool:
    """Whether another capitalised word of the run follows, and no noun that tells what the place is."""
    return last < run and tokens[last].norm not in known.nouns and tokens[last].capital


def pair(tokens: Sequence[Token], last: int) -> bool:
    """Whether a hyphen joins the names of two well-known places before token `last`: "the Juba-Nimule road"."""
    if last in (0, len(tokens)) or not tokens[last].glued:
        return False
    return all(any(c.curated for c in gazetteer().find(tokens[index].text)) for index in (last - 1, last))


def comes_after_name(tokens: Sequence[Token], first: int, blocked: frozenset[int], known: Words) -> bool:
    """Whether a capitalised word stands before the name, within the sentence, as a first name does."""
    if first < 2 or first - 1 in blocked or not tokens[first - 1].capital:
        return False
    before = tokens[first - 1].norm
    return not (before in known.never or before in known.nouns or before in known.direction or before in NO_START)


def only_direction(tokens: Sequence[Token], first: int, last: int, known: Words) -> bool:
    """Whether the name is "North" and the like, with a name after it that it only describes."""
    if last - first > 1 or tokens[first].norm not in known.direction or last == len(tokens):
        return False
    return tokens[last].capital
