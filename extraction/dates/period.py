"""Period: spans of days counted from an anchor, the day on which a document speaks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from extraction.mentions.mention import DatePrecision, When

UNKNOWN = When(None, None, "unknown")
"""A wording that no anchor resolves: a date is never invented."""
_PLANNED_DAYS = 7  # a date without a year may lie so far after the anchor
_HALF_WEEK = 3
_HALF_YEAR = 183
_LEAP_YEARS = 9  # a 29 February is found within so many years


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative wording is counted from, and where the document says it."""

    day: date
    source: Literal["published", "dateline"]
    precision: Literal["day", "month"] = "day"
    """Of a month only its first day is held, and no relative wording is read against it."""


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the date; null where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days(start: date, end: date, precision: DatePrecision = "day") -> When:
    """Return the span from `start` to `end`, both included, in their right order."""
    return When(min(start, end), max(start, end), precision)


def month_span(year: int, month: int, months: int = 1) -> When:
    """Return `months` whole months that begin with a month of a year; `month` may overflow either way."""
    first, after = year * 12 + month - 1, year * 12 + month - 1 + months
    end = date(after // 12, after % 12 + 1, 1) - timedelta(1)
    return When(date(first // 12, first % 12 + 1, 1), end, "month")


def year_span(first: int, last: int) -> When:
    """Return the whole years from `first` to `last`."""
    return When(date(first, 1, 1), date(last, 12, 31), "year")


def latest(anchor: date, month: int, day: int) -> date | None:
    """Return the latest such day that is not after the anchor, or only by the few days of a plan."""
    years = range(anchor.year + 1, anchor.year - _LEAP_YEARS, -1)
    candidates = (make_day(year, month, day) for year in years)
    return next((found for found in candidates if found and found <= anchor + timedelta(_PLANNED_DAYS)), None)


def coming(anchor: date, month: int, day: int) -> date | None:
    """Return the first such day from the anchor on where it is less than half a year away, else the latest."""
    candidates = (make_day(year, month, day) for year in (anchor.year, anchor.year + 1))
    ahead = (found for found in candidates if found and anchor <= found < anchor + timedelta(_HALF_YEAR))
    return next(ahead, None) or latest(anchor, month, day)


def nearest(day: date, month: int, number: int) -> date | None:
    """Return the day of that month and number which lies nearest to `day`."""
    candidates = (make_day(year, month, number) for year in (day.year - 1, day.year, day.year + 1))
    return min((found for found in candidates if found), key=lambda found: abs(found - day), default=None)


def weekday(anchor: date, number: int, direction: str) -> date:
    """Return the weekday `number` (Monday 0) by the word before it.

    With none the latest one up to the anchor itself, with "last" or "past" before the anchor, with "next" or "coming"
    after it, with "this" the nearest, with "ahead" from the anchor on.
    """
    back = (anchor.weekday() - number) % 7
    if direction == "ahead" or (direction == "this" and back > _HALF_WEEK):
        return anchor + timedelta(-back % 7)
    if direction in {"next", "coming"}:
        return anchor + timedelta(7 - back)
    return anchor - timedelta(back or (7 if direction in {"last", "past"} else 0))


def units(anchor: date, unit: str, first: int, last: int) -> When:
    """Return the calendar units from `first` to `last`, counted from the one that the anchor stands in."""
    return _UNITS[unit](anchor, first, last)


def _days(anchor: date, first: int, last: int) -> When:
    return days(anchor + timedelta(first), anchor + timedelta(last))


def _weeks(anchor: date, first: int, last: int) -> When:
    monday = anchor - timedelta(anchor.weekday())
    return days(monday + timedelta(7 * first), monday + timedelta(7 * last + 6), "week")


def _weekends(anchor: date, first: int, last: int) -> When:
    saturday = anchor - timedelta((anchor.weekday() + 2) % 7)
    return days(saturday + timedelta(7 * first), saturday + timedelta(7 * last + 1))


def _months(anchor: date, first: int, last: int) -> When:
    return month_span(anchor.year, anchor.month + first, last - first + 1)


def _years(anchor: date, first: int, last: int) -> When:
    return year_span(anchor.year + first, anchor.year + last)


_UNITS: dict[str, Callable[[date, int, int], When]] = {
    "day": _days,
    "week": _weeks,
    "weekend": _weekends,
    "month": _months,
    "year": _years,
}
