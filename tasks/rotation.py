"""Rotation: which back-ups stay. Pure: names of times in, names of times out."""

from collections.abc import Iterable
from datetime import datetime

FORM = "%Y%m%dT%H%M%S.%fZ"
"""How a back-up is named: by its time, in UTC."""
DAYS, WEEKS, MONTHS = 7, 4, 12


def kept(names: Iterable[str]) -> set[str]:
    """Return the last back-up of each of the last days, weeks and months that have one."""
    newest_first = sorted(names, reverse=True)
    stay: set[str] = set()
    for form, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        last: dict[str, str] = {}
        for name in newest_first:
            last.setdefault(datetime.strptime(name, FORM).strftime(form), name)
        stay |= set(list(last.values())[:most])
    return stay
