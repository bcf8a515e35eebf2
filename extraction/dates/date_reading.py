"""Date readings: what each wording of a date means, given the day on which the document speaks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from extraction.dates.period import UNKNOWN, days, latest, make_day, month_span, units, weekday, year_span
from extraction.lexicon import load
from extraction.mentions.mention import DatePrecision, When

_DATES = load("dates")
_MONTHS = {month[:3]: number for number, month in enumerate(load("months"), 1)}
_WEEKDAYS: list[str] = _DATES["weekdays"]
_NOT_A_WEEKDAY = frozenset(_DATES["not_a_weekday"])
_RELATIVE: dict[str, tuple[str, int, int, DatePrecision]] = _DATES["relative"]
_AFTER_THE_LAST: dict[str, int] = _DATES["after_the_last"]
COUNTS: dict[str, int] = {"a": 1, "an": 1, "couple of": 2, "few": 3, "several": 3} | load("numbers")["cardinals"]
_PRECISIONS: dict[str, DatePrecision] = {"week": "week", "month": "month", "year": "year"}
_MAX_UNITS = 1000


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reading may lean on: the anchor, and the last date read before; null where unknown."""

    anchor: date | None
    previous: When | None


Reading = Callable[[re.Match[str], Setting], When | None]
"""From a match to its days; null where the match is no date, `UNKNOWN` where the setting lacks what it needs."""


def read_month_day(match: re.Match[str], setting: Setting) -> When | None:
    """Read a month with one day or two, with or without its year."""
    parts = match.groupdict()
    text, end = match.string, match.end()
    bare = parts["year"] is None
    if bare and re.match(r"\s[a-z]", text[end : end + 2]) and text[: match.start()].endswith(("In ", "in ")):
        return None  # "in May 20 men": the month, and a count
    month = _MONTHS[parts["month"][:3].lower()]
    numbers = [int(re.sub(r"\D", "", day)) for day in (parts["day"], parts.get("last")) if day]
    if not bare:
        found = [make_day(int(parts["year"]), month, day) for day in numbers]
    elif setting.anchor:
        found = [latest(setting.anchor, month, day) for day in numbers]
    else:
        return UNKNOWN if make_day(2000, month, numbers[0]) else None
    return days(found[0], found[-1]) if found[0] and found[-1] else None


def read_iso(match: re.Match[str], _: Setting) -> When | None:
    """Read 2013-01-25."""
    found = make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return days(found, found) if found else None


def read_slashed(match: re.Match[str], setting: Setting) -> When | None:
    """Read 25/01/2013; where day and month cannot be told apart, the reading that is nearer to the anchor."""
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
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
    if which == "next":
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


def read_weekday(match: re.Match[str], setting: Setting) -> When | None:
    """Read "Friday" as the latest one, the anchor's own day included."""
    before = match.string[max(0, match.start() - 8) : match.start()].lower().split()
    if before and before[-1] in _NOT_A_WEEKDAY:
        return None
    if setting.anchor is None:
        return UNKNOWN
    day = weekday(setting.anchor, _WEEKDAYS.index(match["weekday"].lower()), (match["which"] or "").lower())
    return days(day, day)


def read_relative(match: re.Match[str], setting: Setting) -> When:
    """Read "yesterday", "last week", "recent days" by the table of the lexicon."""
    if setting.anchor is None:
        return UNKNOWN
    unit, first, last, precision = _RELATIVE[re.sub(r"\s+", " ", match[0].lower())]
    found = units(setting.anchor, unit, first, last)
    return When(found.start, found.end, precision)


def _count(match: re.Match[str]) -> int:
    count = match["count"]
    return 1 if count is None else int(count) if count.isdecimal() else COUNTS[count.lower()]


def read_past(match: re.Match[str], setting: Setting) -> When:
    """Read "the past two days": from so many units before the anchor up to it.

    The past 24 hours and the past night are the anchor's own day: so do the human coders of press releases.
    """
    count, unit = _count(match), match["unit"].lower()
    if setting.anchor is None or count > _MAX_UNITS:
        return UNKNOWN
    if unit in {"month", "year"}:
        return When(units(setting.anchor, unit, -count, 0).start, setting.anchor, _PRECISIONS[unit])
    length = {"hour": -(-count // 24) - 1, "night": count - 1, "week": 7 * count}.get(unit, count)
    return days(setting.anchor - timedelta(length), setting.anchor, "week" if unit == "week" else "day")


def read_ago(match: re.Match[str], setting: Setting) -> When:
    """Read "three days ago", "a week ago"."""
    count, unit = _count(match), match["unit"].lower()
    if setting.anchor is None or count > _MAX_UNITS:
        return UNKNOWN
    if unit == "hour":
        return units(setting.anchor, "day", -(count // 24), 0)
    if unit == "week":
        day = setting.anchor - timedelta(7 * count)
        return days(day, day, "week")
    return units(setting.anchor, "day" if unit == "night" else unit, -count, -count)


def read_since_beginning(match: re.Match[str], setting: Setting) -> When:
    """Read "the beginning of the year": from there to the anchor."""
    if setting.anchor is None:
        return UNKNOWN
    unit = match["unit"].lower()
    start = units(setting.anchor, unit, 0, 0).start
    return When(start, setting.anchor, _PRECISIONS[unit])


def read_after_the_last(match: re.Match[str], setting: Setting) -> When:
    """Read a wording that counts from the date told before it in the document."""
    before = setting.previous
    if before is None or before.end is None or before.precision != "day":
        return UNKNOWN
    if match.lastgroup == "whole":
        shift = _AFTER_THE_LAST[re.sub(r"\s+", " ", match[0].lower())]
    else:
        shift = _count(match) * (7 if match["unit"].lower() == "week" else 1)
        shift = -shift if match["way"].lower() in {"earlier", "before"} else shift
    day = before.end + timedelta(shift)
    return days(day, day)
