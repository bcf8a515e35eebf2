"""Part: the words and patterns that wordings of dates are put together from."""

import re
from collections.abc import Iterable

from extraction.dates.date_counting import COUNTS
from extraction.dates.rule import FIGURE
from extraction.lexicon import load
from extraction.sentences.token import tokenize

DATES = load("dates")
_MONTHS: list[str] = load("months")
WEEKDAYS: list[str] = DATES["weekdays"]
RELATIVE: list[str] = list(DATES["relative"])
AFTER_THE_LAST: list[str] = list(DATES["after_the_last"])
AFTER_SINCE: list[str] = list(DATES["after_since"])


def any_of(words: list[str]) -> str:
    """Return the alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def cased(words: list[str]) -> str:
    """Return the alternatives as names are written: with a capital, or in capitals."""
    return any_of([form for word in words for form in (word.capitalize(), word.upper())])


_SHORT = [short for month in _MONTHS for short in (month[:3], month[:4] if month == "september" else month[:3])]
MONTH = rf"(?P<month>{cased(_MONTHS)}|(?:{cased(_SHORT)})\b\.?)"
WEEKDAY_NAME = cased(WEEKDAYS)
WEEKDAY_PREFIX = rf"(?:(?:{WEEKDAY_NAME}|(?:{cased([day[:3] for day in WEEKDAYS])})\.?),?\s)?"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![.,]?\d|%|\s?(?:million|thousand|hundred|percent))"
NO_COUNT = rf"(?!\s(?!(?:{any_of(DATES['after_a_day'])})\b)[a-z])"  # "on May 28 and 12 strikes on"
YEAR = r"(?:19|20)\d\d\b(?![.,]\d|-\d)"
SHORT_YEAR = r"(?<=[A-Za-z]{3}\s)\d\d(?=\s?[(\[/,.;:–—-]|$)"  # "30 AUG 89 (Agency)", not "30 Aug 20 men"
TO = r"\s?(?:-|–|—|/|\bto\b|\band\b|\bthrough\b|\bor\b|&)\s?"
PART = r"(?:early|mid|late|the\s(?:beginning|start|middle|end)\sof)[\s-]"
UNIT = r"(?P<unit>hour|day|night|week|month|year)s?"
APART_UNITS = ["day", "week", "hour", "minute"]
COUNT = rf"(?P<count>\d{{1,3}}|{any_of(list(COUNTS))})"

CLAUSE = rf"(?=\s(?!(?:{any_of(DATES['after_before'])})\b)\w)"

MONTH_CUES = frozenset(_MONTHS) | frozenset(_SHORT)
RELATIVE_CUES = {wording.split()[-1] for wording in RELATIVE}
AFTER_THE_LAST_CUES = {wording.split()[-1] for wording in AFTER_THE_LAST}


def first_words(words: Iterable[str]) -> frozenset[str]:
    """Return the folded words with which wordings begin."""
    return frozenset(tokenize(word)[0].norm for word in words)


WEEKDAY_OPENERS = frozenset(WEEKDAYS) | {day[:3] for day in WEEKDAYS}
COUNT_OPENERS = first_words(COUNTS) | {FIGURE}
