"""Name: the runs of words that are a person's name, and the titles before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extraction.capital import capital
from extraction.lexicon import load
from extraction.match import Matcher
from extraction.nationality import adjective
from extraction.sentence import Token
from extraction.token import tokenize

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
    while last < len(tokens) and capital(tokens[last]) and (found := matcher.at(tokens, last)):
        last = found[0] + (
            found[0] < len(tokens) and tokens[found[0]].text == "." and not tokens[last].text.endswith(".")
        )
        category = category or found[1]
    return Title(last, category) if last > first else None


def run(tokens: Sequence[Token], first: int) -> int:
    """Return where the name that begins at `first` ends; `first` itself where none begins.

    A name is words in capitals, initials with their stop, and particles between ("bin", "al-", "van").
    """
    last, words, particles = first, 0, _lists("particles")
    while last < len(tokens) and last - first < _LONGEST:
        token = tokens[last]
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if _is_word(token):
            words += 1
            initial = len(token.text) == 1 and following is not None and following.text == "."
            last += 2 if initial and words < _LONGEST else 1
        elif token.norm in particles and following is not None and capital(following):
            last += 1
        else:
            break
    return last if words else first


def kunya(token: Token) -> bool:
    """Return whether the word begins a name of its own kind: "Abu", "Umm", "Ibn"."""
    return token.norm in _KUNYAS and capital(token)


def given(token: Token) -> bool:
    """Return whether the word is a given name."""
    return token.norm in _given() and capital(token)


def _is_word(token: Token) -> bool:
    return (
        capital(token)
        and token.text.isalpha()
        and token.norm not in _outside()
        or "’" in token.text
        or "'" in token.text
    )


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
