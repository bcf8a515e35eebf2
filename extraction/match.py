"""Matcher: finds the phrases of a vocabulary in tokens, longest first, from left to right."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from extraction.sentence import Sentence, Token
from extraction.token import tokenize

T = TypeVar("T")
_ACRONYM_LENGTH = 6


class Matcher(Generic[T]):
    """A vocabulary of phrases, each with a value.

    A phrase of one short word in capitals ("IS", "SDF") matches only in capitals; every other phrase matches folded.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str | None, T]]] = {}
        for phrase, value in entries:
            words = tokenize(phrase)
            norms = [token.norm for token in words]
            cased = phrase if len(words) == 1 and phrase.isupper() and len(phrase) <= _ACRONYM_LENGTH else None
            self._by_first.setdefault(norms[0], []).append((norms, cased, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def at(self, tokens: Sequence[Token], first: int) -> tuple[int, T] | None:
        """Return the index after the longest phrase that begins at `first`, and its value; null where none does."""
        for norms, cased, value in self._by_first.get(tokens[first].norm, ()):
            last = first + len(norms)
            if last > len(tokens) or (cased is not None and tokens[first].text != cased):
                continue
            if len(norms) == 1 or [token.norm for token in tokens[first + 1 : last]] == norms[1:]:
                return last, value
        return None

    def within(self, sentence: Sentence) -> Iterator[tuple[int, int, T]]:
        """Yield what `find` does for the tokens of a sentence; quick where the sentence has no word of the vocabulary."""
        return iter(()) if self._by_first.keys().isdisjoint(sentence.norms) else self.find(sentence.tokens)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, T]]:
        """Yield (first, last, value) of each phrase in `tokens`, longest first, none overlapping another."""
        first, by_first = 0, self._by_first
        while first < len(tokens):
            found = self.at(tokens, first) if tokens[first].norm in by_first else None
            if found is None:
                first += 1
            else:
                yield first, found[0], found[1]
                first = found[0]
