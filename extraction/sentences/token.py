"""Tokens: words, numbers and punctuation marks of a string, with their offsets."""

import re

from extraction.sentences.fold import fold
from extraction.sentences.sentence import Token

_TOKEN = re.compile(
    r"""
    ([A-Za-z]{2,}+(?![\w'’ʼ`])                       # most words, for speed: the patterns below read them alike
  | (?:[^\W\d_]\.){2,}                              # U.S., J.D.
  | \d+(?:[.,]\d+)*[^\W\d_]*                        # 12, 8,000, 3.5, 71st, 9mm
  | ['’](?=[sS]\b)[sS]                              # the possessive, a token of its own
  | [^\W\d_]+(?:(?!['’][sS]\b)['’ʼ`][^\W\d_]+|\d+)* # words; Qa'im, didn't, M4
  | [^\w\s]                                         # one punctuation mark
    )""",
    re.VERBOSE,
)
_HYPHENS = frozenset("-‐‑–—")


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Cut `text` into tokens whose offsets begin at `offset`.

    A hyphen between two words is no token: the word after it is `glued`, so that "al-Shabaab" and "al Shabaab"
    have the same tokens. A dash that stands alone is a token.
    """
    tokens: list[Token] = []
    pieces = _TOKEN.split(text)
    glued, end, last = False, 0, len(text) - 1
    for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
        start = end + len(gap)
        end = start + len(word)
        if word in _HYPHENS and 0 < start < last and _joins(text[start - 1], text[end]):
            glued = True
        else:
            tokens.append(Token(word, fold(word), start + offset, end + offset, glued))
            glued = False
    return tuple(tokens)


def _joins(before: str, after: str) -> bool:
    return (before.isalnum() or before == ".") and after.isalnum()
