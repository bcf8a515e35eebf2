"""Dates: how alike two dates are, with what each of them rests on."""

from resolution.report import When

AT_ONCE = 3
"""Days after an event in which most reports of it appear."""
DAYS_LATER = 6
WEEK_LATER = 10
SOON = 14
LATE = 45
"""Days after which an undated mention is more likely of something else."""
_RANK = {"day": 0, "span": 1, "around": 2, "unknown": 3}


def level(one: When, other: When) -> str:
    """Return how alike two dates are."""
    if one.anchor == "day" == other.anchor:  # as most are
        return _apart(one, other, "same day")
    a, b = (one, other) if _RANK[one.anchor] <= _RANK[other.anchor] else (other, one)
    match a.anchor, b.anchor:
        case _, "unknown":
            return _undated(a, b)
        case "around", "around":
            return _published(abs((a.first or 0) - (b.first or 0)))
        case _, "around":
            return _told((b.first or 0) - (a.first or 0), (b.first or 0) - (a.last or 0))
        case _:
            return _apart(a, b, "within span")


def gap(one: When, other: When) -> int:
    """Return the days between two dates that both are told; 0 where they overlap."""
    return max(0, (one.first or 0) - (other.last or 0), (other.first or 0) - (one.last or 0))


def _apart(one: When, other: When, together: str) -> str:
    days = gap(one, other)
    if days == 0:
        return together
    return "next day" if days == 1 else "days apart" if days <= AT_ONCE else "far apart"


def _told(since_first: int, since_last: int) -> str:
    """Tell how a day of publication lies to an event that began and ended so many days before."""
    if since_first < 0:
        return "next day" if since_first == -1 else "far apart"
    if since_last <= AT_ONCE:
        return "told at once"
    if since_last <= DAYS_LATER:
        return "told days later"
    return "told a week later" if since_last <= WEEK_LATER else "far apart"


def _published(days: int) -> str:
    if days <= 1:
        return "published together"
    if days <= AT_ONCE:
        return "published days apart"
    return "told a week later" if days <= WEEK_LATER else "far apart"


def _undated(dated: When, undated: When) -> str:
    told = undated.published
    other = dated.published if dated.last is None else dated.last
    if told is None or other is None:
        return "undated"
    if dated.first is not None and dated.first > told + 1:
        return "far apart"
    days = abs(told - other)
    return "undated, told soon" if days <= SOON else "undated" if days <= LATE else "undated, told late"
