"""Split: the title and the text of a document, cut into sentences with their offsets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.lexicon import load
from extraction.sentences.sentence import Part, Sentence
from extraction.sentences.token import located

_ABBREVIATIONS = load("abbreviations")
_NEVER, _BEFORE_NUMBER, _UNLESS_OPENER = (
    frozenset(entry.split()[-1].removesuffix(".") for entry in _ABBREVIATIONS[kind])
    for kind in ("never", "before_number", "unless_opener")
)
_OPENERS = frozenset(_ABBREVIATIONS["openers"])

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*+(?:[•●▪‣◦·*–—-]++|\.(?!\.))\s++")
_STOP = r"""(?P<stop>[.!?…](?<![.!?…].)[.!?…]*+)["'”’»)\]]*+(?:\[\d{1,3}\])*+(?P<gap>\s++|(?=[^\W\d_]))"""
_BOUNDARY = re.compile(_STOP)  # begins with a set of characters: the text between stops is skipped at once
_BOUNDARY_OR_BULLET = re.compile(rf"{_STOP}|\s[•●▪‣◦]\s++")
_ANY_BULLET = re.compile(r"[•●▪‣◦]")
_CLOSED = re.compile(r"""[.!?…:;,]["'”’»)\]]*(?:\[\d{1,3}\])*\Z""")
_AFTER = re.compile(r"""["'“‘«(\[]*([^\W_]*)([-‐‑’'‘]?)(\w?)""")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]\.?")
_WORD = re.compile(r"[^\W_]")
_GLUED = re.compile(r"[a-z]{2}\.[\"'”’»)\]]*[A-Z][a-z]*+\s")  # "fled.The men"

_REACH = 24  # characters before a stop that can hold an abbreviation
_HEADING_WORDS = 60
_MAX_CHARS = 10_000
_MAX_TOKENS = 500  # far above any sentence of the news; the work on one may grow with its square


class _Paragraph(NamedTuple):
    source: str
    part: Part
    number: int
    start: int
    end: int


def split(document_title: str | None, text: str) -> tuple[Sentence, ...]:
    """Cut a document into sentences: those of its title first, then those of each paragraph (a line) of its text.

    Every letter and digit of title and text stands in exactly one sentence; bullets and white space stand in none. A
    run without a stop is cut at 10,000 characters and at 500 tokens, so that no later step meets a longer one.
    """
    sentences: list[Sentence] = []
    for paragraph in _paragraphs(document_title or "", text):
        for start, end in _spans(paragraph):
            sentences += _sentences(len(sentences), paragraph, start, end)
    return tuple(sentences)


def _paragraphs(title: str, text: str) -> Iterator[_Paragraph]:
    for line in _LINE.finditer(title):
        yield _Paragraph(title, "title", -1, *_trimmed(title, *line.span()))
    spans = [_trimmed(text, *line.span()) for line in _LINE.finditer(text)]
    spans = [(start, end) for start, end in spans if start < end]
    for number, (start, end) in enumerate(spans):
        heading = number + 1 < len(spans) and _is_heading(text, start, end)
        yield _Paragraph(text, "heading" if heading else "body", number, start, end)


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell a standfirst or subheading: short, without a closing stop, no bullet, and (by the caller) not the last."""
    if end - start > _HEADING_WORDS * 12 or _CLOSED.search(text, max(start, end - 16), end):
        return False
    return not _BULLET.match(text, start, end) and len(text[start:end].split()) < _HEADING_WORDS


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    line = source[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _spans(paragraph: _Paragraph) -> Iterator[tuple[int, int]]:
    source, end = paragraph.source, paragraph.end
    bullet = _BULLET.match(source, paragraph.start, end)
    start = bullet.end() if bullet else paragraph.start
    boundary = _BOUNDARY_OR_BULLET if _ANY_BULLET.search(source, start, end) else _BOUNDARY
    for match in boundary.finditer(source, start, end):
        if match["stop"] is None or _ends(source, start, match):
            yield _trimmed(source, start, match.end() if match["stop"] else match.start())
            start = match.end()
    yield _trimmed(source, start, end)


def _ends(source: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the stop of `match` ends the sentence that began at `start`."""
    at = match.start()
    if not match["gap"]:
        return bool(_GLUED.match(source, at - 2)) and "." not in source[max(start, at - _REACH) : at].split()[-1]
    after = _AFTER.match(source, match.end())
    word, joint, joined = after.groups() if after else ("", "", "")
    if source[match.end()] in ".!?" or (word[:1].islower() and not (joint and joined.isupper())):
        return False  # a spaced ellipsis, or no capital, unless as in "al-Qaim"
    if match["stop"] != ".":
        return True
    before = source[max(start, at - _REACH) : at].split()
    last = before[-1].lstrip("\"'“‘«([").rpartition("/")[2] if before and not source[at - 1].isspace() else ""
    if len(before) == 1 and (last.isdecimal() or len(last) == 1):  # an item's number: "1. The", "b. The"
        return False
    return _may_end(last, word)


def _may_end(last: str, following: str) -> bool:
    if last.isupper() and len(last) > 1:
        last = last if last in _UNLESS_OPENER else last.capitalize()
    if last in _NEVER:
        return False
    if last in _BEFORE_NUMBER:
        return not following[:1].isdecimal()
    if last in _UNLESS_OPENER or _DOTTED.fullmatch(last):
        return following.casefold() in _OPENERS
    return True


def _sentences(index: int, paragraph: _Paragraph, start: int, end: int) -> Iterator[Sentence]:
    source = paragraph.source
    for low, high in _cuts(source, start, end):
        if not _WORD.search(source, low, high):
            continue
        words = located(source[low:high], low)
        for first in range(0, len(words.tokens), _MAX_TOKENS):
            piece = words.part(first, first + _MAX_TOKENS)
            left = low if first == 0 else piece.starts[0]
            right = high if first + _MAX_TOKENS >= len(words.tokens) else piece.ends[-1]
            yield Sentence(index, paragraph.part, paragraph.number, left, right, source[left:right], *piece)
            index += 1


def _cuts(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _MAX_CHARS:
        space = source.rfind(" ", start + 1, start + _MAX_CHARS)
        cut = space if space > start else start + _MAX_CHARS
        yield _trimmed(source, start, cut)
        start = cut
    yield _trimmed(source, start, end)
