"""Acronym: short names that a text itself introduces: "Joint Operations Command (JOC)"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.lexicon import load
from extraction.mentions.noun import noun
from extraction.sentences.sentence import Sentence, Token

_SMALL = frozenset({"of", "the", "for", "and", "in", "to", "de", "al", "el", "on", "s", "&", "a"})
_LENGTH = range(2, 9)
_THINGS = frozenset({"weapon", "explosive", "vehicle", "aircraft", "time", "place", "act"})
_CLOSERS = {"(": ")", ",": ","}


@dataclass(frozen=True, slots=True)
class Introduction:
    """A full name, tokens `first` up to `last` of a sentence, and the acronym that stands for it from here on."""

    sentence: int
    first: int
    last: int
    acronym: str
    at: int
    """Index of the acronym's token."""


def introductions(sentence: Sentence) -> Iterator[Introduction]:
    """Yield each acronym in brackets or between commas whose letters are the initials of the capitals before it.

    A thing that is no body ("improvised explosive device (IED)") introduces nothing: its last word is a noun of things.
    """
    tokens = sentence.tokens
    for at in sentence.capitals:
        acronym = tokens[at].text
        if at < 2 or at + 1 == len(tokens) or not acronym.isupper():
            continue
        opener = tokens[at - 1].text
        if opener not in _CLOSERS or len(acronym) not in _LENGTH or not acronym.isalpha():
            continue
        if tokens[at + 1].text != _CLOSERS[opener]:
            continue
        first = _first(tokens, at - 1, acronym)
        if first is not None and _is_body(tokens[first : at - 1]):
            yield Introduction(sentence.index, first, at - 1, acronym, at)


def _first(tokens: Sequence[Token], end: int, acronym: str) -> int | None:
    """Return where the words begin whose initials, read backwards from `end`, spell the acronym; null if none do."""
    left, at = len(acronym) - 1, end - 1
    while at >= 0:
        word = tokens[at]
        if left >= 0 and word.norm[0] == acronym[left].lower() and (word.capital or word.norm in _SMALL):
            left -= 1
            if left < 0:
                return at if word.capital else None
        elif word.norm not in _SMALL and not word.glued:
            return None
        at -= 1
    return None


def _is_body(words: Sequence[Token]) -> bool:
    head = words[-1].norm
    if head in load("organisations")["heads"]:
        return True
    last = noun(head)
    return last is None or not last.classes & _THINGS or bool(last.classes & {"group", "force"})
