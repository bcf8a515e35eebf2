"""Affiliation: on whose side a named person stands, as the words beside the name tell it."""

from collections.abc import Sequence
from functools import cache

from extraction.lexicon import load
from extraction.mention import Mention
from extraction.noun import noun
from extraction.sentence import Token

_REACH = 8  # words between a name and its group
_ENDS = frozenset(
    {
        "who",
        "whom",
        "that",
        "which",
        "was",
        "were",
        "is",
        "has",
        "had",
        "said",
        "told",
        "by",
        "against",
        "with",
        ",",
        ".",
        ";",
    }
)


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
    word = noun(tokens[first - 1].norm) if first else None
    if word is None and first > 1 and tokens[first - 1].text == ",":
        word = noun(tokens[first - 2].norm)
    return word.category if word is not None else None, people.country_code if people is not None else None


def _before(tokens: Sequence[Token], first: int, named: Sequence[Mention]) -> Mention | None:
    for mention in named:
        gap = tokens[mention.last : first]
        if mention.last <= first and len(gap) <= _REACH and all(map(_links, gap)):
            return mention
    return None


def _links(token: Token) -> bool:
    return token.norm in _between() or token.text == "," or noun(token.norm) is not None


def _after(tokens: Sequence[Token], last: int, named: Sequence[Mention]) -> Mention | None:
    if last + 1 >= len(tokens) or tokens[last].text not in (",", "("):
        return None
    for at in range(last + 1, min(last + 1 + _REACH, len(tokens))):
        for mention in named:
            if mention.first == at:
                return mention
        if tokens[at].norm in _ENDS:
            return None
    return None


@cache
def _between() -> frozenset[str]:
    return frozenset(load("titles")["between"])
