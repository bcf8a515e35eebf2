"""Name: the runs of words that are a person's name, and the titles before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extraction.lexicon import load
from extraction.mentions.nationality import adjective
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Token
from extraction.sentences.token import tokenize

_LONGEST = 7  # words of a name, particles among them
_KUNYAS = frozenset({"abu", "abou", "umm", "ibn"})


@dataclass(frozen=True, slots=True)
class Title:
    """A run of ranks, honorifics and offices: where it ends, and the category of who bears them."""

    last: int
    category: str | None


def title(tokens: Sequence[Token], first: int) -> Title | None:
    """Return the titles in capitals that begin at `first` ("Lt. Gen.", "Prime Minister"), or null."""
    matcher, last, category = _titles(), first, None
    while last < len(tokens) and tokens[last].capital and (found := matcher.at(tokens, last)):
        last = found[0] + (
            found[0] < len(tokens) and tokens[found[0]].text == "." and not tokens[last].text.endswith(".")
        )
        category = category or found[1]
    return Title(last, category) if last > first else None


def run(tokens: Sequence[Token], first: int) -> int:
    """Return where the name that begins at `first` ends; `first` itself where none begins.

    A name is words in capitals, initials with their stop, and particles between ("bin", "al-", "van").
    """
    last, at, particles = first, first, _lists("particles")
    while at < len(tokens) and at - first < _LONGEST:
        token = tokens[at]
        if _is_word(token, after_particle=at > first and tokens[at - 1].norm in particles):
            initial = len(token.text) == 1 and at + 1 < len(tokens) and tokens[at + 1].text == "."
            at += 2 if initial else 1
            last = at
        elif token.norm in particles:
            at += 1
        else:
            break
    return last


def kunya(token: Token) -> bool:
    """Return whether the word begins a name of its own kind: "Abu", "Umm", "Ibn"."""
    return token.norm in _KUNYAS and token.capital


def given(token: Token) -> bool:
    """Return whether the word is a given name."""
    return token.norm in _given() and token.capital


@cache
def opening_words() -> frozenset[str]:
    """Return the words with which a title or a name begins that is known as such: ranks, given names, kunyas."""
    return _titles().openers | _given() | _KUNYAS


def _is_word(token: Token, after_particle: bool) -> bool:
    if not token.capital or not token.text[-1].isalpha():
        return False
    return after_particle or token.norm not in _outside()


@cache
def _titles() -> Matcher[str | None]:
    data = load("titles")
    offices = [(title, "government") for title in data["offices"]]
    honorifics: list[tuple[str, str | None]] = [(title, None) for title in data["honorifics"]]
    return Matcher([*data["ranks"].items(), *offices, *honorifics])


@cache
def _lists(key: str) -> frozenset[str]:
    return frozenset(load("titles")[key])


@cache
def _given() -> frozenset[str]:
    return frozenset(tokenize(name)[0].norm for name in _lists("given"))


@cache
def _outside() -> frozenset[str]:
    adjectives = (adjective(code).lower() for code in load("nationalities"))
    return frozenset(load("organisations")["outside"]).union(adjectives)
