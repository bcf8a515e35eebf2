"""Moment: a date or time as web pages write it, read strictly; what is ambiguous or impossible is not read."""

import re
from datetime import UTC, datetime, timedelta, timezone

from extraction.document import Precision
from extraction.lexicon import load
from tasks.draft import Published

_ISO = re.compile(
    r"\s*(?P<y>\d{4})[-/.]?(?P<m>\d\d)[-/.]?(?P<d>\d\d)"
    r"(?:(?:[T\s]|\s+at\s+)\s*(?P<H>\d{1,2}):?(?P<M>\d\d)(?::?(?P<S>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?\b",
    re.I,
)
_DAY_MONTH = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s.\-/]+(?:of\s+)?(?P<month>[A-Za-z]{3,9})\.?,?[\s\-/]+(?P<y>\d{4})\b"
)
_MONTH_DAY = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b")
_SLASHED = re.compile(r"\b(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>\d{4})\b")
_CLOCK = re.compile(
    r"\b(?P<H>\d{1,2}):(?P<M>\d\d)(?::(?P<S>\d\d))?\s*(?P<half>[ap]\.?m\b\.?)?\s*\(?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?",
    re.I,
)
_MONTHS_IN_YEAR = 12
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def is_plausible(found: Published, now: datetime) -> bool:
    """Tell whether a page may have been published then: since there is a web, and not after `now`."""
    return _EARLIEST <= found.at <= now + timedelta(days=1)


def read_moment(text: str) -> Published | None:
    """Return the moment that a value names, or null.

    A time with a zone is exact (`second`). A time without a zone keeps its own day and has the precision `day`: its
    place on the clock of UTC is unknown. "03/04/2020" is ambiguous and not read.
    """
    if found := _ISO.match(text):
        parts = found.groupdict()
        return _moment(int(parts["y"]), int(parts["m"]), int(parts["d"]), found if parts["H"] else None)
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for found in pattern.finditer(text):
            if month := _month(found["month"]):
                return _moment(int(found["y"]), month, int(found["d"]), _CLOCK.search(text))
    if found := _SLASHED.search(text):
        return _slashed(found, _CLOCK.search(text))
    return None


def _slashed(found: re.Match[str], clock: re.Match[str] | None) -> Published | None:
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    if first > _MONTHS_IN_YEAR or first == second:
        return _moment(year, second, first, clock)
    return _moment(year, first, second, clock) if second > _MONTHS_IN_YEAR else None


def _month(word: str) -> int | None:
    names: list[str] = load("months")
    short = word.lower()[:4].removesuffix("t") if word.lower() == "sept" else word.lower()
    hits = [i for i, name in enumerate(names, 1) if name == short or name[:3] == short]
    return hits[0] if hits else None


def _moment(year: int, month: int, day: int, clock: re.Match[str] | None) -> Published | None:
    parts = clock.groupdict() if clock else {}
    hour, minute, second = (int(parts.get(key) or 0) for key in "HMS")
    half = (parts.get("half") or "").lower()[:1]
    if half and 1 <= hour <= _MONTHS_IN_YEAR:
        hour = hour % _MONTHS_IN_YEAR + (_MONTHS_IN_YEAR if half == "p" else 0)
    zone = _zone(parts.get("zone"))
    precision: Precision = "second" if zone else "day"
    try:
        return Published(
            datetime(year, month, day, hour, minute, second, tzinfo=zone or UTC).astimezone(UTC), precision
        )
    except (ValueError, OverflowError):  # the 31st of June, or hour 25
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset) if offset < timedelta(hours=24) else None
