"""Wording: how dates are worded, a rule for each way, in the order in which the rules apply."""

import re
from collections.abc import Iterable

from extraction.dates.date_counting import (
    COUNTS,
    read_after_the_last,
    read_ago,
    read_apart,
    read_day_of_month,
    read_feast,
    read_past,
    read_relative,
    read_since_beginning,
    read_weekday,
)
from extraction.dates.date_reading import (
    Reading,
    read_decade,
    read_iso,
    read_month,
    read_month_day,
    read_month_year,
    read_slashed,
    read_year,
)
from extraction.dates.rule import FIGURE, YEAR_CUE, Rule
from extraction.lexicon import load
from extraction.sentences.token import tokenize

_DATES = load("dates")
_MONTHS: list[str] = load("months")
_WEEKDAYS: list[str] = _DATES["weekdays"]
_RELATIVE: list[str] = list(_DATES["relative"])
_AFTER_THE_LAST: list[str] = list(_DATES["after_the_last"])
_AFTER_SINCE: list[str] = list(_DATES["after_since"])


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _cased(words: list[str]) -> str:
    return _any([form for word in words for form in (word.capitalize(), word.upper())])


_SHORT = [short for month in _MONTHS for short in (month[:3], month[:4] if month == "september" else month[:3])]
_MONTH = rf"(?P<month>{_cased(_MONTHS)}|(?:{_cased(_SHORT)})\b\.?)"
_WEEKDAY_NAME = _cased(_WEEKDAYS)
_WEEKDAY_PREFIX = rf"(?:(?:{_WEEKDAY_NAME}|(?:{_cased([day[:3] for day in _WEEKDAYS])})\.?),?\s)?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![.,]?\d|%|\s?(?:million|thousand|hundred|percent))"
_NO_COUNT = rf"(?!\s(?!(?:{_any(_DATES['after_a_day'])})\b)[a-z])"  # "on May 28 and 12 strikes on"
_YEAR = r"(?:19|20)\d\d\b(?![.,]\d|-\d)"
_SHORT_YEAR = r"(?<=[A-Za-z]{3}\s)\d\d(?=\s?[(\[/,.;:–—-]|$)"  # "30 AUG 89 (Agency)", not "30 Aug 20 men"
_TO = r"\s?(?:-|–|—|/|\bto\b|\band\b|\bthrough\b|\bor\b|&)\s?"
_PART = r"(?:early|mid|late|the\s(?:beginning|start|middle|end)\sof)[\s-]"
_UNIT = r"(?P<unit>hour|day|night|week|month|year)s?"
_APART_UNITS = ["day", "week", "hour", "minute"]
_COUNT = rf"(?P<count>\d{{1,3}}|{_any(list(COUNTS))})"

_CLAUSE = rf"(?=\s(?!(?:{_any(_DATES['after_before'])})\b)\w)"

_MONTH_CUES = frozenset(_MONTHS) | frozenset(_SHORT)
_RELATIVE_CUES = {wording.split()[-1] for wording in _RELATIVE}
_AFTER_THE_LAST_CUES = {wording.split()[-1] for wording in _AFTER_THE_LAST}


def _first(words: Iterable[str]) -> frozenset[str]:
    return frozenset(tokenize(word)[0].norm for word in words)


_WEEKDAY_OPENERS = frozenset(_WEEKDAYS) | {day[:3] for day in _WEEKDAYS}
_COUNT_OPENERS = _first(COUNTS) | {FIGURE}


def _rule(
    name: str,
    cues: frozenset[str] | set[str],
    pattern: str,
    reading: Reading,
    flags: int = 0,
    reach: int = 8,
    openers: frozenset[str] = frozenset(),
) -> Rule:
    return Rule(name, frozenset(cues), re.compile(pattern, flags), reading, reach, openers)


RULES = (
    # 2013-01-25, and not the reference number 2013-01-25-7
    _rule(
        "iso",
        {YEAR_CUE},
        r"(?<![\w/-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\w/-])",
        read_iso,
    ),
    # 25/01/2013, 25.01.13
    _rule(
        "slashed",
        {YEAR_CUE},
        r"(?<![\w/.])(?P<one>\d\d?)(?P<mark>[/.])(?P<two>\d\d?)(?P=mark)(?P<year>(?:20)?\d\d)(?![\w/]|\.\d)",
        read_slashed,
    ),
    # Feb. 4, 2015; Dec. 11-13; Monday, May 3rd
    _rule(
        "month, day",
        _MONTH_CUES,
        rf"\b{_WEEKDAY_PREFIX}{_MONTH},?\s*(?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY}){_NO_COUNT})?(?:,?\s(?P<year>{_YEAR}))?",
        read_month_day,
        openers=_WEEKDAY_OPENERS | _MONTH_CUES,
    ),
    # 4 February 2015; between 3 and 5 March; the 6th of December
    _rule(
        "day, month",
        _MONTH_CUES,
        rf"\b{_WEEKDAY_PREFIX}(?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY}))?[\s-]?(?:of\s)?"
        rf"{_MONTH}(?:,?[\s-]?(?P<year>{_YEAR}|{_SHORT_YEAR}))?(?!\w)",
        read_month_day,
        openers=_WEEKDAY_OPENERS | {FIGURE},
    ),
    # May 2006; early April of 2015
    _rule(
        "month, year",
        _MONTH_CUES,
        rf"\b(?:(?i:{_PART}))?{_MONTH},?\s(?:of\s)?(?P<year>{_YEAR})",
        read_month_year,
        openers=_MONTH_CUES | {"early", "mid", "late", "the"},
    ),
    # in September; last March
    _rule(
        "month",
        _MONTH_CUES,
        rf"(?<!\w)(?:(?P<opener>(?i:{_any(_DATES['openers'])}))\s)?"
        rf"(?P<date>(?:(?P<which>(?i:{_any(_DATES['month_qualifiers'])}))[\s-])?{_MONTH})"
        r"(?![\w’']|\s\d{1,2}\b(?!\s[a-z])|\s[A-Z])",
        read_month,
        openers=_first([*_DATES["openers"], *_DATES["month_qualifiers"]]) | _MONTH_CUES,
    ),
    # in 2017; 2012-13; the end of 2013; (2015)
    _rule(
        "year",
        {YEAR_CUE},
        rf"(?:(?<=\()|(?<!\w)(?P<opener>(?i:{_any(_DATES['openers'] + _DATES['year_openers'])}))[\s-])"
        r"(?P<date>(?P<year>(?:19|20)\d\d)(?:[-–](?P<last>\d\d(?:\d\d)?))?)"
        rf"(?![\w-]|[.,]\d|\s(?:{_any(_DATES['not_after_a_year'])})\b)",
        read_year,
    ),
    # the 1980s; the late 1990s
    _rule("decade", {YEAR_CUE}, r"\bthe\s(?:early\s|mid-?\s?|late\s)?(?P<year>(?:19|20)\d0)s\b", read_decade),
    # on the 18th; on the night of the 3rd of last month
    _rule(
        "day of month",
        {f"{day}{end}" for day in range(1, 32) for end in ("st", "nd", "rd", "th")},
        rf"\b(?:(?i:on|of|since|until|by)|(?:{_cased(_WEEKDAYS)}),?)\s"
        r"(?P<date>the\s(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)"
        r"(?:\sof\s(?P<which>this|the|last)\smonth\b|(?=[.,;)]|$|\s(?:at|in|near|when|and|after|as)\b)))",
        read_day_of_month,
    ),
    # Christmas Day; New Year's Eve
    _rule(
        "feast",
        {feast.split()[-1] for feast in _DATES["feasts"]},
        rf"\b(?:{_any(list(_DATES['feasts']))})\b".replace("'", "['’]"),
        read_feast,
        re.IGNORECASE,
    ),
    # Tuesday; last Friday night
    _rule(
        "weekday",
        frozenset(_WEEKDAYS),
        r"\b(?:(?P<which>(?i:last|past|this|next|coming))\s)?"
        rf"(?P<weekday>{_WEEKDAY_NAME})\b(?:\s(?:early\s)?(?:morning|afternoon|evening|night|noon))?",
        read_weekday,
        reach=1,
    ),
    # the following day; two days later
    _rule(
        "after the last",
        _AFTER_THE_LAST_CUES,
        rf"\b(?P<whole>{_any(_AFTER_THE_LAST)})\b",
        read_after_the_last,
        re.IGNORECASE,
        openers=_first(_AFTER_THE_LAST),
    ),
    # a day after the blast; hours before they fled
    _rule(
        "apart",
        {"after", "before"},
        rf"(?P<date>\b(?:{_COUNT}\s|the\s)?(?P<unit>{_any(_APART_UNITS)})s?)\s(?P<way>after|before){_CLAUSE}",
        read_apart,
        re.IGNORECASE,
        openers=_COUNT_OPENERS | {"the"} | {form for unit in _APART_UNITS for form in (unit, f"{unit}s")},
    ),
    # since then
    _rule(
        "after the last",
        set(_AFTER_SINCE),
        rf"(?<=ince\s)(?P<whole>{_any(_AFTER_SINCE)})\b",
        read_after_the_last,
        reach=0,
    ),
    _rule(
        "later",
        {"later", "earlier", "before"},
        rf"\b{_COUNT}\s(?P<unit>day|week)s?\s(?P<way>later|earlier|before(?!{_CLAUSE}))\b",
        read_after_the_last,
        re.IGNORECASE,
        openers=_COUNT_OPENERS,
    ),
    # yesterday; last week; in recent days
    _rule(
        "relative",
        _RELATIVE_CUES,
        rf"\b(?:{_any(_RELATIVE)})\b".replace(r"\ ", r"\s"),
        read_relative,
        re.IGNORECASE,
        openers=_first(_RELATIVE),
    ),
    # three days ago; a week ago
    _rule("ago", {"ago"}, rf"\b{_COUNT}\s{_UNIT}\sago\b", read_ago, re.IGNORECASE, openers=_COUNT_OPENERS),
    # the past two days; the last 24 hours
    _rule(
        "past",
        {"past", "last", "previous"},
        rf"\b(?:past|last|previous)\s(?:{_COUNT}\s|(?=hour|day)|(?<=past\s)(?=week|month|year|night)){_UNIT}\b",
        read_past,
        re.IGNORECASE,
        reach=0,
    ),
    # since the beginning of the year
    _rule(
        "beginning",
        {"beginning", "start"},
        r"\bthe\s(?:beginning|start)\sof\s(?:the|this)\s(?P<unit>week|month|year)\b",
        read_since_beginning,
        re.IGNORECASE,
        reach=1,
    ),
)
