"""Wording: how dates are worded, a rule for each way, in the order in which the rules apply."""

import re

from extraction.dates.date_counting import (
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
from extraction.dates.part import (
    AFTER_SINCE,
    AFTER_THE_LAST,
    AFTER_THE_LAST_CUES,
    APART_UNITS,
    CLAUSE,
    COUNT,
    COUNT_OPENERS,
    DATES,
    DAY,
    MONTH,
    MONTH_CUES,
    NO_COUNT,
    PART,
    RELATIVE,
    RELATIVE_CUES,
    SHORT_YEAR,
    TO,
    UNIT,
    WEEKDAY_NAME,
    WEEKDAY_OPENERS,
    WEEKDAY_PREFIX,
    WEEKDAYS,
    YEAR,
    any_of,
    cased,
    first_words,
)
from extraction.dates.rule import FIGURE, YEAR_CUE, Rule


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
        MONTH_CUES,
        rf"\b{WEEKDAY_PREFIX}{MONTH},?\s*(?P<day>{DAY})(?:{TO}(?P<last>{DAY}){NO_COUNT})?(?:,?\s(?P<year>{YEAR}))?",
        read_month_day,
        openers=WEEKDAY_OPENERS | MONTH_CUES,
    ),
    # 4 February 2015; between 3 and 5 March; the 6th of December
    _rule(
        "day, month",
        MONTH_CUES,
        rf"\b{WEEKDAY_PREFIX}(?P<day>{DAY})(?:{TO}(?P<last>{DAY}))?[\s-]?(?:of\s)?"
        rf"{MONTH}(?:,?[\s-]?(?P<year>{YEAR}|{SHORT_YEAR}))?(?!\w)",
        read_month_day,
        openers=WEEKDAY_OPENERS | {FIGURE},
    ),
    # May 2006; early April of 2015
    _rule(
        "month, year",
        MONTH_CUES,
        rf"\b(?:(?i:{PART}))?{MONTH},?\s(?:of\s)?(?P<year>{YEAR})",
        read_month_year,
        openers=MONTH_CUES | {"early", "mid", "late", "the"},
    ),
    # in September; last March
    _rule(
        "month",
        MONTH_CUES,
        rf"(?<!\w)(?:(?P<opener>(?i:{any_of(DATES['openers'])}))\s)?"
        rf"(?P<date>(?:(?P<which>(?i:{any_of(DATES['month_qualifiers'])}))[\s-])?{MONTH})"
        r"(?![\w’']|\s\d{1,2}\b(?!\s[a-z])|\s[A-Z])",
        read_month,
        openers=first_words([*DATES["openers"], *DATES["month_qualifiers"]]) | MONTH_CUES,
    ),
    # in 2017; 2012-13; the end of 2013; (2015)
    _rule(
        "year",
        {YEAR_CUE},
        rf"(?:(?<=\()|(?<!\w)(?P<opener>(?i:{any_of(DATES['openers'] + DATES['year_openers'])}))[\s-])"
        r"(?P<date>(?P<year>(?:19|20)\d\d)(?:[-–](?P<last>\d\d(?:\d\d)?))?)"
        rf"(?![\w-]|[.,]\d|\s(?:{any_of(DATES['not_after_a_year'])})\b)",
        read_year,
    ),
    # the 1980s; the late 1990s
    _rule("decade", {YEAR_CUE}, r"\bthe\s(?:early\s|mid-?\s?|late\s)?(?P<year>(?:19|20)\d0)s\b", read_decade),
    # on the 18th; on the night of the 3rd of last month
    _rule(
        "day of month",
        {f"{day}{end}" for day in range(1, 32) for end in ("st", "nd", "rd", "th")},
        rf"\b(?:(?i:on|of|since|until|by)|(?:{cased(WEEKDAYS)}),?)\s"
        r"(?P<date>the\s(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)"
        r"(?:\sof\s(?P<which>this|the|last)\smonth\b|(?=[.,;)]|$|\s(?:at|in|near|when|and|after|as)\b)))",
        read_day_of_month,
    ),
    # Christmas Day; New Year's Eve
    _rule(
        "feast",
        {feast.split()[-1] for feast in DATES["feasts"]},
        rf"\b(?:{any_of(list(DATES['feasts']))})\b".replace("'", "['’]"),
        read_feast,
        re.IGNORECASE,
    ),
    # Tuesday; last Friday night
    _rule(
        "weekday",
        frozenset(WEEKDAYS),
        r"\b(?:(?P<which>(?i:last|past|this|next|coming))\s)?"
        rf"(?P<weekday>{WEEKDAY_NAME})\b(?:\s(?:early\s)?(?:morning|afternoon|evening|night|noon))?",
        read_weekday,
        reach=1,
    ),
    # the following day; two days later
    _rule(
        "after the last",
        AFTER_THE_LAST_CUES,
        rf"\b(?P<whole>{any_of(AFTER_THE_LAST)})\b",
        read_after_the_last,
        re.IGNORECASE,
        openers=first_words(AFTER_THE_LAST),
    ),
    # a day after the blast; hours before they fled
    _rule(
        "apart",
        {"after", "before"},
        rf"(?P<date>\b(?:{COUNT}\s|the\s)?(?P<unit>{any_of(APART_UNITS)})s?)\s(?P<way>after|before){CLAUSE}",
        read_apart,
        re.IGNORECASE,
        openers=COUNT_OPENERS | {"the"} | {form for unit in APART_UNITS for form in (unit, f"{unit}s")},
    ),
    # since then
    _rule(
        "after the last",
        set(AFTER_SINCE),
        rf"(?<=ince\s)(?P<whole>{any_of(AFTER_SINCE)})\b",
        read_after_the_last,
        reach=0,
    ),
    _rule(
        "later",
        {"later", "earlier", "before"},
        rf"\b{COUNT}\s(?P<unit>day|week)s?\s(?P<way>later|earlier|before(?!{CLAUSE}))\b",
        read_after_the_last,
        re.IGNORECASE,
        openers=COUNT_OPENERS,
    ),
    # yesterday; last week; in recent days
    _rule(
        "relative",
        RELATIVE_CUES,
        rf"\b(?:{any_of(RELATIVE)})\b".replace(r"\ ", r"\s"),
        read_relative,
        re.IGNORECASE,
        openers=first_words(RELATIVE),
    ),
    # three days ago; a week ago
    _rule("ago", {"ago"}, rf"\b{COUNT}\s{UNIT}\sago\b", read_ago, re.IGNORECASE, openers=COUNT_OPENERS),
    # the past two days; the last 24 hours
    _rule(
        "past",
        {"past", "last", "previous"},
        rf"\b(?:past|last|previous)\s(?:{COUNT}\s|(?=hour|day)|(?<=past\s)(?=week|month|year|night)){UNIT}\b",
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
