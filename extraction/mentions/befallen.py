"""Befallen: names that only the verb beside them tells: "kidnapped Ona Zubiri", "Ona Zubiri was killed"."""

from collections.abc import Sequence
from functools import cache

from extraction.lexicon import load
from extraction.mentions.noun import noun
from extraction.sentences.sentence import Token

_BE = frozenset({"was", "were"})
_GOT = frozenset({"has", "had"})
_WORDS = range(2, 5)
"""How many words such a name has."""
_ACTIVE_ONLY = frozenset({"injured", "wounded", "executed", "shot"})
"""What also stands before a noun that it describes: "wounded Somali Bantu", "executed Order 66"."""


def befallen(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words from `first` up to `last` are whom something is done to that befalls only people.

    No word of them is a noun or a country that the lexicon knows, no article stands before them, and no noun follows
    ("killed Al Noor members").
    """
    if last - first not in _WORDS or not (_done_to(tokens, first, last) or _undergoes(tokens, last)):
        return False
    if first and tokens[first - 1].norm == "the":
        return False
    return all(
        token.text.isalpha() and not token.text.isupper() and token.norm not in _bodiless() and noun(token.norm) is None
        for token in tokens[first:last]
    )


def _done_to(tokens: Sequence[Token], first: int, last: int) -> bool:
    before = tokens[first - 1].norm if first else ""
    if before not in befalling() or before in _ACTIVE_ONLY:
        return False
    after = tokens[last] if last < len(tokens) else None
    return after is None or not after.text[0].isalpha() or (after.text.islower() and noun(after.norm) is None)


def _undergoes(tokens: Sequence[Token], last: int) -> bool:
    at = last + (last < len(tokens) and tokens[last].norm in _GOT)
    be = at < len(tokens) and (tokens[at].norm in _BE or (at > last and tokens[at].norm == "been"))
    return be and at + 1 < len(tokens) and tokens[at + 1].norm in befalling()


@cache
def _bodiless() -> frozenset[str]:
    nations = {word.lower() for entry in load("nationalities").values() for word in str(entry["name"]).split()}
    return frozenset(load("titles")["bodiless"]) | nations


@cache
def befalling() -> frozenset[str]:
    """Return the forms of the verbs that tell what befalls only people."""
    return frozenset(load("titles")["befalling"])
