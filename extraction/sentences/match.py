"""Matcher: finds the phrases of a vocabulary in tokens, longest first, from left to right."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from extraction.sentences.fold import undotted
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
        self.openers = frozenset(root.following)
        """The folded words that phrases begin with."""

    def at(self, tokens: Sequence[Token], first: int) -> tuple[int, T] | None:
        """Return the index after the longest phrase that begins at `first`, and its value; null where none does."""
        node, last, found = self._by_first.get(tokens[first].norm), first, None
        while node is not None:
            last += 1
            for cased, value in node.ended:
                if cased is None or cased == undotted(tokens[first].text):
                    found = last, value
                    break
            following = node.following
            node = following.get(tokens[last].norm) if following and last < len(tokens) else None
        return found

    def within(self, sentence: Sentence) -> list[tuple[int, int, T]]:
        """Return (first, last, value) of each phrase in a sentence, longest first, none overlapping another."""
        if self.openers.isdisjoint(sentence.norms):
            return []
        matches, end, words = [], 0, (*sentence.words, "")
        for first in sentence.where(self.openers):
            node = self._by_first[words[first]]
            goes_on = node.ended or words[first + 1] in node.following
            found = self.at(sentence.tokens, first) if goes_on and first >= end else None
            if found is not None:
                end = found[0]
                matches.append((first, end, found[1]))
        return matches
