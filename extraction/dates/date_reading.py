"""Date readings: what each wording of a date means, given the day on which the document speaks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from extraction.dates.period import UNKNOWN, coming, days, latest, make_day, month_span, nearest, year_span
from extraction.lexicon import load
from extraction.mentions.mention import When

_MONTHS = {month[:3]: number for number, month in enumerate(load("months"), 1)}
_CENTURY_TURNS = 40
_AHEAD = re.compile(rf"\b(?:{'|'.join(load('dates')['ahead'])})\b(?:(?!\b(?:said|told)\b)[^.;:])*$")
_CUE_REACH = 120


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reading may lean on: the anchor, and the last date read before; null where unknown."""

    anchor: date | None
    previous: When | None


Reading = Callable[[re.Match[str], Setting], When | None]
"""From a match to its days; null where the match is no date, `UNKNOWN` where the setting lacks what it needs."""


def is_ahead(match: re.Match[str]) -> bool:
    """Tell whether the words before a wording put it after the anchor: "will leave on"."""
    return bool(_AHEAD.search(match.string[max(0, match.start() - _CUE_REACH) : match.start()].lower()))


def read_month_day(match: re.Match[str], setting: Setting) -> When | None:
    """Read a month with one day or two; a year that is not told is that of the anchor, else of the date before."""
    parts = match.groupdict()
    text, end = match.string, match.end()
    bare = parts["year"] is None
    if bare and re.match(r"\s[a-z]", text[end : end + 2]) and text[: match.start()].endswith(("In ", "in ")):
        return None  # "in May 20 men": the month, and a count
    month = _MONTHS[parts["month"][:3].lower()]
    numbers = [int(re.sub(r"\D", "", day)) for day in (parts["day"], parts.get("last")) if day]
    if not bare:
        found = [make_day(_full_year(parts["year"]), month, day) for day in numbers]
    elif setting.anchor:
        found = [(coming if is_ahead(match) else latest)(setting.anchor, month, day) for day in numbers]
    elif setting.previous is not None and setting.previous.start is not None:
        found = [nearest(setting.previous.start, month, day) for day in numbers]
    else:
        return UNKNOWN if make_day(2000, month, numbers[0]) else None
    return days(found[0], found[-1]) if found[0] and found[-1] else None


def _full_year(digits: str) -> int:
    """Return the year of four digits or of two: 89 is 1989, 15 is 2015."""
    year = int(digits.lstrip("'’"))
    return year if year > 99 else year + (1900 if year >= _CENTURY_TURNS else 2000)


def read_iso(match: re.Match[str], _: Setting) -> When | None:
    """Read 2013-01-25."""
    found = make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return days(found, found) if found else None


def read_slashed(match: re.Match[str], setting: Setting) -> When | None:
    """Read 25/01/2013; where day and month cannot be told apart, the reading that is nearer to the anchor."""
    year = _full_year(match["year"])
    one, two = int(match["one"]), int(match["two"])
    found = [day for day in {make_day(year, two, one), make_day(year, one, two)} if day]
    if len(found) < 2:
        return days(found[0], found[0]) if found else None
    if setting.anchor is None:
        return UNKNOWN
    anchor = setting.anchor
    nearest = min(found, key=lambda day: (abs(day - anchor), day))
    return days(nearest, nearest)


def read_month_year(match: re.Match[str], _: Setting) -> When:
    """Read "May 2006" as the whole month."""
    return month_span(int(match["year"]), _MONTHS[match["month"][:3].lower()])


def read_month(match: re.Match[str], setting: Setting) -> When | None:
    """Read "in September" as the latest one that has begun; null where neither "in" nor "last" stands before it."""
    if not match["opener"] and not match["which"]:
        return None
    if setting.anchor is None:
        return UNKNOWN
    month, year = _MONTHS[match["month"][:3].lower()], setting.anchor.year
    which = (match["which"] or "").lower()
    if which == "next" or (not which and is_ahead(match)):
        return month_span(year + (month <= setting.anchor.month), month)
    past = month < setting.anchor.month + (which != "last")
    return month_span(year if past else year - 1, month)


def read_year(match: re.Match[str], _: Setting) -> When | None:
    """Read "2017" or "2012-13"."""
    first, last = int(match["year"]), match["last"]
    if last is None:
        return year_span(first, first)
    final = int(str(first)[: 4 - len(last)] + last)
    return year_span(first, final) if first < final else None


def read_decade(match: re.Match[str], _: Setting) -> When:
    """Read "the 1980s"."""
    return year_span(int(match["year"]), int(match["year"]) + 9)
