"""Sentence and token: the text cut up, every piece with its place in the document."""

from collections.abc import Container
from dataclasses import dataclass, field
from itertools import compress, count
from typing import Literal

Part = Literal["title", "heading", "body"]


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One word, number or punctuation mark, wherever it stands: one object for all its places. Never changed."""

    text: str
    norm: str
    """Folded by `extraction.sentences.fold.fold`: what the lexicon is matched against."""
    gap: str = " "
    """What stands between it and the token before it."""
    glued: bool = False
    """Joined to the token before it by a hyphen or dash without a space: the hyphen itself is no token."""
    capital: bool = field(init=False, repr=False, compare=False)
    """Whether it begins with a capital letter."""
    figure: bool = field(init=False, repr=False, compare=False)
    """Whether it begins with a digit."""
    width: int = field(init=False, repr=False, compare=False)
    """How many characters it takes, the gap included."""

    def __post_init__(self) -> None:
        self.capital = self.text[0].isupper()
        self.figure = self.text[0].isdecimal()
        self.width = len(self.gap) + len(self.text)


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """One sentence of a document. Never changed.

    `start` and `end` index into `Document.text`, or into `Document.title` where `part` is `title`.
    """

    index: int
    part: Part
    """`title`; `heading` for a standfirst or subheading (a paragraph with no closing stop); else `body`."""
    paragraph: int
    """Number of the paragraph in the text, from 0; -1 for the title."""
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    """Offset of the first character of each token in the sentence's source string (title or text)."""
    ends: tuple[int, ...]
    words: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Its folded words, one a token."""
    norms: frozenset[str] = field(init=False, repr=False, compare=False)
    """All folded words of the sentence: what a vocabulary is tried against before its phrases are."""
    capitals: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Indices of the tokens that begin with a capital letter."""
    figures: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Indices of the tokens that begin with a digit."""

    def __post_init__(self) -> None:
        self.words = tuple([token.norm for token in self.tokens])
        self.norms = frozenset(self.words)
        self.capitals = tuple(compress(count(), [token.capital for token in self.tokens]))
        self.figures = tuple(compress(count(), [token.figure for token in self.tokens]))

    def wording(self, first: int, last: int) -> str:
        """Return the text of the tokens from `first` up to `last`."""
        return self.text[self.starts[first] - self.start : self.ends[last - 1] - self.start]

    def where(self, vocabulary: Container[str]) -> list[int]:
        """Return the indices of the tokens whose folded word is in the vocabulary."""
        return list(compress(count(), map(vocabulary.__contains__, self.words)))
