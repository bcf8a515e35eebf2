"""Matcher: finds the phrases of a vocabulary in tokens, longest first, from left to right."""

from collections.abc import Iterable, Iterator, KeysView, Sequence
from typing import Generic, TypeVar

from extraction.sentences.sentence import Sentence, Token
from extraction.sentences.token import tokenize

T = TypeVar("T")
_ACRONYM_LENGTH = 6


class _Node(Generic[T]):
    """What can follow the words read so far, and the phrases that end with them, each with its case if it has one."""

    __slots__ = ("ended", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node[T]] = {}
        self.ended: list[tuple[str | None, T]] = []


class Matcher(Generic[T]):
    """A vocabulary of phrases, each with a value: a tree of folded words.

    A phrase of one short word in capitals ("IS", "SDF") matches only in capitals; every other phrase matches folded.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        root: _Node[T] = _Node()
        for phrase, value in entries:
            words, node = tokenize(phrase), root
            for token in words:
                node = node.following.setdefault(token.norm, _Node())
            cased = phrase if len(words) == 1 and phrase.isupper() and len(phrase) <= _ACRONYM_LENGTH else None
            node.ended.append((cased, value))
        self._by_first = root.following

    @property
    def openers(self) -> KeysView[str]:
        """The folded words that phrases begin with."""
        return self._by_first.keys()

    def at(self, tokens: Sequence[Token], first: int) -> tuple[int, T] | None:
        """Return the index after the longest phrase that begins at `first`, and its value; null where none does."""
        node, last, found = self._by_first.get(tokens[first].norm), first, None
        while node is not None:
            last += 1
            for cased, value in node.ended:
                if cased is None or cased == tokens[first].text:
                    found = last, value
                    break
            node = node.following.get(tokens[last].norm) if last < len(tokens) else None
        return found

    def within(self, sentence: Sentence) -> Iterator[tuple[int, int, T]]:
        """Yield what `find` does for a sentence; quick where it has no word that a phrase begins with."""
        return iter(()) if self._by_first.keys().isdisjoint(sentence.norms) else self.find(sentence.tokens)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, T]]:
        """Yield (first, last, value) of each phrase in `tokens`, longest first, none overlapping another."""
        by_first, end = self._by_first, 0
        for first in [index for index, token in enumerate(tokens) if token.norm in by_first]:
            found = self.at(tokens, first) if first >= end else None
            if found is not None:
                end = found[0]
                yield first, end, found[1]
