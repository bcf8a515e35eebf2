"""Cardinal: the value of a number written in digits or in words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extraction.lexicon import load
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Token

_NUMBERS = load("numbers")
WORDS: dict[str, int] = _NUMBERS["cardinals"]
SCALES: dict[str, int] = _NUMBERS["scales"] | {f"{word}s": value for word, value in _NUMBERS["scales"].items()}
VAGUE: Matcher[tuple[float, float | None]] = Matcher(
    (wording, (low, high)) for wording, (low, high) in _NUMBERS["vague"].items()
)
ARTICLES = frozenset({"a", "an"})
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})

_DIGITS = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d_]*)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?:\.\d{3})+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d{1,2}|\.\d+)?")
_MAX_DIGITS = 15
_HUNDRED, _THOUSAND, _MOST = 100, 1000, 1e15


class Cardinal(NamedTuple):
    """A value from `low` to `high` (null where open), read from the tokens up to `last`."""

    last: int
    low: float
    high: float | None
    unscaled: float
    """The value without its last scale: 5 in "5 thousand"; equal to `low` where it has none."""
    suffix: str = ""
    """Letters that follow the digits in the same token: "km" in "20km"."""


def read(tokens: Sequence[Token], first: int) -> Cardinal | None:
    """Read the number that begins at `first`: digits, words, or a wording of the codebook's table; null where none."""
    token = tokens[first]
    if token.figure:
        return _read_digits(tokens, first)
    if token.norm in WORDS or (token.norm in ARTICLES and _norm(tokens, first + 1) in SCALES):
        return _read_words(tokens, first)
    vague = VAGUE.at(tokens, first)
    if vague is None:
        return None
    last, (low, high) = vague
    scale = SCALES.get(_norm(tokens, last))
    if scale is None:
        return Cardinal(last, low, high, low)
    last += 2 if _norm(tokens, last + 1) == "of" else 1
    return Cardinal(last, low * scale, None if high is None else high * scale, low)


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if 0 <= index < len(tokens) else ""


def _read_digits(tokens: Sequence[Token], first: int) -> Cardinal | None:
    match = _DIGITS.fullmatch(tokens[first].text)
    scale = SCALES.get(_norm(tokens, first + 1))
    value = _value(match[1], scaled=scale is not None) if match else None
    if match is None or value is None:
        return None
    last = first + 1
    if match[2]:
        return Cardinal(last, value, value, value, match[2].casefold())
    if first and tokens[first - 1].text == "." and _opens_decimal(tokens, first):
        value = float(f"0.{match[1]}")
    grouped = _spaced_group(tokens, first)
    if grouped is not None:
        last, value = grouped
    return _scaled(tokens, last, value)


def _value(digits: str, scaled: bool) -> float | None:
    if len(digits) > _MAX_DIGITS:
        return None
    if _GROUPED.fullmatch(digits) and not (scaled and "," not in digits):
        plain = digits.replace(",", "") if "," in digits else digits.replace(".", "")
        return float(plain)
    return float(digits.replace(",", ".")) if _DECIMAL.fullmatch(digits) else None


def _opens_decimal(tokens: Sequence[Token], first: int) -> bool:
    """Tell the point of ".50" from a full stop: it touches the digits and nothing before it."""
    return not tokens[first].gap and (first == 1 or bool(tokens[first - 1].gap))


def _spaced_group(tokens: Sequence[Token], first: int) -> tuple[int, float] | None:
    """Read "1 200" and "2, 532": groups of three digits one space apart."""
    text, last = tokens[first].text, first + 1
    if len(text) > 3 or not text.isdecimal() or text.startswith("0") or tokens[first].glued:
        return None
    digits = text
    if _norm(tokens, last) == "," and not tokens[last].gap and _is_group(tokens, last + 1):
        comma_again = _norm(tokens, last + 2) == "," and _norm(tokens, last + 3).isdecimal()
        if comma_again or _norm(tokens, first - 1) == ",":
            return None
        return last + 2, float(digits + tokens[last + 1].text)
    while _is_group(tokens, last):
        digits, last = digits + tokens[last].text, last + 1
    return (last, float(digits)) if last > first + 1 and len(digits) <= _MAX_DIGITS else None


def _is_group(tokens: Sequence[Token], index: int) -> bool:
    if index >= len(tokens):
        return False
    token = tokens[index]
    return (
        len(token.text) == 3
        and token.text.isdecimal()
        and not token.glued
        and len(token.gap) == 1
        and _norm(tokens, index + 1) != ":"
    )


def _scaled(tokens: Sequence[Token], last: int, value: float) -> Cardinal:
    scale = SCALES.get(_norm(tokens, last))
    if scale is None:
        return Cardinal(last, value, value, value)
    return Cardinal(last + 1, value * scale, value * scale, value)


def _read_words(tokens: Sequence[Token], first: int) -> Cardinal:
    """Read "two hundred and five": each scale multiplies what stands before it."""
    total, current, unscaled, index = 0.0, 0.0, 0.0, first
    while index < len(tokens):
        norm = tokens[index].norm
        word, scale = WORDS.get(norm), SCALES.get(norm)
        if word is not None and _fits(current, word):
            current += word
        elif scale is not None and (current or index > first) and total + current < _MOST / scale:
            unscaled = max(current, 1)
            current = unscaled * scale
            if scale >= _THOUSAND:
                total, current = total + current, 0.0
        elif not (index == first and norm in ARTICLES) and not _joins(tokens, index, total + current):
            break
        index += 1
    if [_norm(tokens, index + i) for i in range(3)] == ["and", "a", "half"]:
        return _scaled(tokens, index + 3, total + current + 0.5)
    value = total + current
    return Cardinal(index, value, value, unscaled or value)


def _fits(current: float, word: int) -> bool:
    """Tell whether `word` continues `current`: units after tens, anything under a hundred after hundreds."""
    rest = current % _HUNDRED
    return rest == 0 or (20 <= rest <= 90 and rest % 10 == 0 and 0 < word < 10)


def _joins(tokens: Sequence[Token], index: int, value: float) -> bool:
    """Tell the "and" of "two hundred and five" from one that joins two counts."""
    return (
        tokens[index].norm == "and"
        and value >= _HUNDRED
        and value % _HUNDRED == 0
        and _norm(tokens, index + 1) in WORDS
    )
