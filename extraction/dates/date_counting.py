"""Date counting: what a wording means that counts from the day on which the document speaks, or from a date before."""

import re
from datetime import timedelta

from extraction.dates.date_reading import Setting, is_ahead
from extraction.dates.period import UNKNOWN, days, latest, make_day, month_span, units, weekday
from extraction.lexicon import load
from extraction.mentions.mention import DatePrecision, When

_DATES = load("dates")
_WEEKDAYS: list[str] = _DATES["weekdays"]
_NOT_A_WEEKDAY = frozenset(_DATES["not_a_weekday"])
_RELATIVE: dict[str, tuple[str, int, int, DatePrecision]] = _DATES["relative"]
_FEASTS: dict[str, tuple[int, int]] = _DATES["feasts"]
_WORD_REACH = 20
_AFTER_THE_LAST: dict[str, int] = _DATES["after_the_last"] | _DATES["after_since"]
COUNTS: dict[str, int] = {"a": 1, "an": 1, "couple of": 2, "few": 3, "several": 3} | load("numbers")["cardinals"]
_PRECISIONS: dict[str, DatePrecision] = {"week": "week", "month": "month", "year": "year"}
_MAX_UNITS = 1000


def read_weekday(match: re.Match[str], setting: Setting) -> When | None:
    """Read "Friday" as the latest one, the anchor's own day included; after "will" and the like as the next one."""
    last = match.string[max(0, match.start() - _WORD_REACH) : match.start()].lower().split()[-1:]
    if last and last[0] in _NOT_A_WEEKDAY:
        return None
    if setting.anchor is None:
        return UNKNOWN
    which = (match["which"] or "").lower() or ("ahead" if is_ahead(match) else "")
    day = weekday(setting.anchor, _WEEKDAYS.index(match["weekday"].lower()), which)
    return days(day, day)


def read_day_of_month(match: re.Match[str], setting: Setting) -> When | None:
    """Read "on the 18th" as the latest such day; "of last month" and the like put it in that month."""
    if setting.anchor is None:
        return UNKNOWN
    anchor = setting.anchor
    this = make_day(anchor.year, anchor.month, int(match["day"]))
    before = month_span(anchor.year, anchor.month - 1).start or anchor
    last = make_day(before.year, before.month, int(match["day"]))
    which = (match["which"] or "").lower()
    day = last if which == "last" or (not which and (this is None or this > anchor)) else this
    return days(day, day) if day else None


def read_feast(match: re.Match[str], setting: Setting) -> When | None:
    """Read "Christmas Day" and other feasts with a fixed day as the latest one."""
    if setting.anchor is None:
        return UNKNOWN
    day = latest(setting.anchor, *_FEASTS[re.sub(r"\s+", " ", match[0].lower().replace("’", "'"))])
    return days(day, day) if day else None


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


def read_apart(_match: re.Match[str], _: Setting) -> When:
    """Read "a day" before "after": how far apart two acts of one sentence lie; which days is told by the other date."""
    return UNKNOWN


def days_apart(match: re.Match[str]) -> timedelta | None:
    """Return how long before the other act the one told behind a match of `read_apart` was; null for "days after"."""
    unit = match["unit"].lower()
    if match["count"] is None and unit != "day":
        return timedelta(0) if unit in ("hour", "minute") else None
    length = {"week": 7, "day": 1}.get(unit, 0) * _count(match)
    return timedelta(-length if match["way"] == "before" else length)
