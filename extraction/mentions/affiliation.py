"""Affiliation: on whose side a named person stands, as the words beside the name tell it."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extraction.lexicon import load
from extraction.mentions.mention import Mention
from extraction.mentions.noun import PEOPLE, Noun, noun
from extraction.sentences.sentence import Token

_REACH = 8  # words between a name and its group
_OPENERS = frozenset({",", "(", "was", "is"})
_ARTICLES = frozenset({"a", "an", "the", "one", "another"})
_ENDS = frozenset(
    {"who", "whom", "that", "which", "was", "were", "is", "has", "had", "said", "told", "by", "against", "with"}
    | {",", ".", ";"}
)
_CLOSES = frozenset({",", "who", "of", "for", "from"})
_STOPS = _ENDS | {"of", "for", "in", "at", "from", "and"}
_OTHERS = frozenset({"civilians", "state_forces", "police", "government"})


def affiliation(
    tokens: Sequence[Token], first: int, last: int, named: Sequence[Mention]
) -> tuple[str | None, str | None]:
    """Return category and country (alpha-3) of the person whose name is tokens `first` up to `last`; null if not told.

    `named` holds the actors and nationalities of the sentence. The group stands before the name ("the Taliban leader,
    Gul") or in the apposition after it ("Gul, a senior Taliban leader"); else the noun before the name speaks.
    """
    groups = [m for m in named if m.type == "actor"]
    mention = _before(tokens, first, groups) or _after(tokens, last, groups)
    if mention is not None:
        return mention.category, mention.country_code
    people = _before(tokens, first, [m for m in named if m.type == "nationality"])
    word = _described(tokens, first)
    return word.category if word is not None else None, people.country_code if people is not None else None


def _described(tokens: Sequence[Token], first: int) -> Noun | None:
    """Return the noun that the name stands beside: "the gunman Gul", "a farmer, Gul"."""
    if not first:
        return None
    if tokens[first - 1].text != ",":
        return noun(tokens[first - 1].norm)
    word = noun(tokens[first - 2].norm) if first > 1 else None
    return None if word is None or word.plural else word


def described(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a description of one person follows the name: ", a weapons smuggler", ", leader of the band"."""
    if last + 2 >= len(tokens) or tokens[last].text != ",":
        return False
    if tokens[last + 1].norm not in _ARTICLES and tokens[last + 2].norm != "of":
        return False
    at = last + 2
    while at < min(last + _REACH, len(tokens)) and tokens[at].text.isalpha() and tokens[at].norm not in _STOPS:
        at += 1
    word, closed = noun(tokens[at - 1].norm), at < len(tokens) and tokens[at].norm in _CLOSES
    return closed and word is not None and not word.plural and bool(word.classes & PEOPLE)


def _before(tokens: Sequence[Token], first: int, named: Sequence[Mention]) -> Mention | None:
    for mention in named:
        gap = tokens[mention.last : first]
        if mention.last <= first and len(gap) <= _REACH and all(map(_links, gap)) and _in_apposition(gap):
            return mention
    return None


def _links(token: Token) -> bool:
    return token.norm in _between() or token.text == "," or noun(token.norm) is not None


def _in_apposition(gap: Sequence[Token]) -> bool:
    """Return whether what stands before a comma is one person: "the leader, Gul", not "after the fighters, Gul"."""
    for before, comma in pairwise(gap):
        if comma.text == ",":
            word = noun(before.norm)
            if word is None or word.plural:
                return False
    return not gap or gap[0].text != ","


def _after(tokens: Sequence[Token], last: int, groups: Sequence[Mention]) -> Mention | None:
    at = last
    while at < len(tokens) and tokens[at].norm in _OPENERS:
        at += 1
    if at in (last, len(tokens)) or (tokens[at].norm not in _ARTICLES and noun(tokens[at].norm) is None):
        return None
    starts = {mention.first: mention for mention in groups}
    for token in range(at, min(at + _REACH, len(tokens))):
        if token in starts:
            return starts[token]
        word = noun(tokens[token].norm)
        if tokens[token].norm in _ENDS or (word is not None and word.category in _OTHERS):
            return None
    return None


@cache
def _between() -> frozenset[str]:
    return frozenset(load("titles")["between"])
