"""Tokens: words, numbers and punctuation marks of a string, with their offsets."""

import re
from functools import lru_cache
from itertools import accumulate, chain, repeat
from operator import sub
from typing import NamedTuple

from extraction.sentences.fold import fold
from extraction.sentences.sentence import Token

_HYPHENS = "-‐‑–—"
_TOKEN = re.compile(
    rf"""
    ([A-Za-z]{{2,}}+(?![\w'’ʼ`])                       # most words, for speed: the patterns below read them alike
  | (?:[^\W\d_]\.){{2,}}                              # U.S., J.D.
  | \d+(?:[.,]\d+)*[^\W\d_]*                        # 12, 8,000, 3.5, 71st, 9mm
  | ['’](?=[sS]\b)[sS]                              # the possessive, a token of its own
  | [^\W\d_]+(?:(?!['’][sS]\b)['’ʼ`][^\W\d_]+|\d+)* # words; Qa'im, didn't, M4
  | (?!(?:(?<=[^\W_])|(?<=\.))[{_HYPHENS}](?=[^\W_]))  # but no hyphen between words
    [^\w\s]                                         # one punctuation mark
    )""",
    re.VERBOSE,
)


class Located(NamedTuple):
    """The tokens of a string, and where each begins and ends."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def part(self, first: int, last: int) -> "Located":
        """Return the tokens from `first` up to `last`."""
        return Located(self.tokens[first:last], self.starts[first:last], self.ends[first:last])


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut `text` into tokens.

    A hyphen between two words is no token: the word after it is `glued`, so that "al-Shabaab" and "al Shabaab"
    have the same tokens. A dash that stands alone is a token.
    """
    return located(text).tokens


def located(text: str, offset: int = 0) -> Located:
    """Cut `text` as `tokenize` does, into tokens whose offsets begin at `offset`."""
    chunks = list(map(_chunk, chain(("",), repeat(" ")), text.split(" ")))
    tokens = tuple(chain.from_iterable(chunks)) if all(chunks) else _cut("", text)
    ends = tuple(accumulate([token.width for token in tokens], initial=offset))[1:]
    return Located(tokens, tuple(map(sub, ends, [len(token.text) for token in tokens])), ends)


@lru_cache(maxsize=1 << 15)  # a text says the same words again and again, with the same marks
def _chunk(gap: str, text: str) -> tuple[Token, ...]:
    """Return the tokens of a text that no blank parts; none where they are not all of it."""
    tokens = _cut(gap, text)
    return tokens if sum(token.width for token in tokens) == len(gap) + len(text) else ()


def _cut(gap: str, text: str) -> tuple[Token, ...]:
    pieces = _TOKEN.split(text)  # a gap, a token, a gap, and so on
    return tuple(map(_token, [gap + pieces[0], *pieces[2::2]], pieces[1::2]))


@lru_cache(maxsize=1 << 15)
def _token(gap: str, text: str) -> Token:
    return Token(text, fold(text), gap, glued=gap != "" and gap in _HYPHENS)
