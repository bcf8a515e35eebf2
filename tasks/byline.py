"""Byline: the date in the lines around the head of an article that comes as plain text."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache

from extraction.lexicon import load
from tasks.draft import Published
from tasks.headline import words_of
from tasks.moment import is_plausible, read_moment

_BEFORE, _AFTER = 12, 5
"""Lines before and after the beginning of the first paragraph that may be a byline."""
_PROSE, _LONGEST = 12, 14
"""Words of a paragraph, and of a byline: a sentence may begin with "By" and hold a date as well."""
_ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|am|pm|z)?$")


def bylined(lines: Sequence[str], title: str | None, body: Sequence[str], now: datetime) -> Published | None:
    """Return the date that a byline gives, null without one; a date after `now` is none.

    A byline says "Published", "By" or "Updated" and holds a date; or it comes after the title and is a date and
    nothing else. A date alone at the top of a page may be the day on which somebody looked at it.
    """
    first = next((text for text in body if len(text.split()) >= _PROSE), None)
    start = lines.index(first) if first in lines else 0
    head = [line for line in lines[max(0, start - _BEFORE) : start + _AFTER] if len(line.split()) <= _LONGEST]
    below = head[head.index(title) + 1 :] if title in head else []
    return next((found for found in _dates(head, below) if is_plausible(found, now)), None)


def _dates(head: Sequence[str], below: Sequence[str]) -> Iterator[Published]:
    published, by, updated = ([_labelled(kind, line) for line in head] for kind in ("published", "by", "updated"))
    alone = [_moment(line) if _is_date(line) else None for line in below]
    yield from (found for dates in (published, by, alone, updated) for found in dates if found)


def _labelled(kind: str, line: str) -> Published | None:
    label = _label(kind).match(line)
    return _moment(line[label.end() :]) if label else None


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(sorted(load('bylines')[kind], key=len, reverse=True))})\b", re.IGNORECASE)


def _moment(text: str) -> Published | None:
    iso = _ISO_DAY.search(text)
    return read_moment(text[iso.start() :] if iso else text)


def _is_date(line: str) -> bool:
    """Tell whether a line is a date, with or without its weekday and time, and nothing else."""
    names = {*load("bylines")["beside"], *load("months"), *(month[:3] for month in load("months")), "sept"}
    return all(word in names or _NUMBER.match(word) for word in words_of(line))
