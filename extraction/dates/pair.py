"""Pair: two dates told in one breath, read as one: a range, a day within a week or year, a night told with its day."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from extraction.dates.date_counting import days_apart
from extraction.dates.date_reading import Setting
from extraction.dates.period import days
from extraction.dates.rule import Rule
from extraction.mentions.mention import When

_TO = re.compile(r"\s?(?:-|–|—|,?\b(?:to|and|through|until|till|or)\b)\s?(?:on\s|early\s|late\s|the\s)*")
_WITHIN = re.compile(r",?\s?(?:of\s|in\s|on\s|the\s|\()*")
_NIGHT = re.compile(r"(?i)overnight")
_INTO = re.compile(r"\s(?:from|into|to|on|of|between)?\s?(?:the\snight\sof\s)?")
_CLAUSAL = re.compile(r"[,;:()“”\"]|\b(?:after|since|following|before|that|which|who|when|while|from|said)\b")
APART = "apart"
"""The name of the rule that reads how far the day of one act lies from that of another."""
_COUNTED_ON = frozenset({"after the last", "later", APART})
_NIGHT_REACH = 80
_FINENESS = {"day": 0, "week": 1, "month": 2, "year": 3, "unknown": 4}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a sentence tells: its match, its days, its role, and where its wording stands in the text."""

    match: re.Match[str]
    rule: Rule
    when: When
    role: str
    start: int
    end: int


Way = Callable[[Dated, Dated, str], When | None]


def paired(found: list[Dated], text: str) -> list[Dated]:
    """Return the dates of a sentence, those told in one breath taken together."""
    found = _nights(_folded(_folded(found, text, (_named, _within, _range)), text, (_overnight,)), text)
    return _apart(found, text) if any(item.rule.name == APART for item in found) else found


def _apart(found: list[Dated], text: str) -> list[Dated]:
    """Read "on Monday, a day after the blast" from the day before it; leave it out where there is none.

    Where it opens the sentence, it is read from the day behind it: "A day after the blast, police on Tuesday".
    """
    kept: list[Dated] = []
    for index, item in enumerate(found):
        opens = text[: item.start].rstrip()[-1:] in ("", "-", "–", "—", ":")
        others = found[index + 1 :] if opens else found[:index][::-1]
        other = next(filter(_is_day, others), None)
        if item.rule.name != APART:
            kept.append(item)
        elif other is not None and other.when.end is not None and (shift := days_apart(item.match)) is not None:
            day = other.when.end - shift
            kept.append(replace(item, when=days(day, day)))
    return kept


def _is_day(item: Dated) -> bool:
    return item.when.end is not None and item.when.precision == "day" and item.role == "at" and item.rule.name != APART


def _folded(found: list[Dated], text: str, ways: tuple[Way, ...]) -> list[Dated]:
    kept: list[Dated] = []
    for item in found:
        before = kept[-1] if kept else None
        if before is None or not _readable(before, item):
            kept.append(item)
            continue
        between = text[before.end : item.start]
        joined = next((when for way in ways if (when := way(before, item, between)) is not None), None)
        if joined is None:
            kept.append(item)
            continue
        end = item.end + ("(" in between and text[item.end : item.end + 1] == ")")
        kept[-1] = replace(item, when=joined, role=before.role, start=before.start, end=end)
    return kept


def _readable(*items: Dated) -> bool:
    return all(i.when.start is not None and i.role != "dateline" and i.rule.name not in _COUNTED_ON for i in items)


def _overnight(first: Dated, second: Dated, between: str) -> When | None:
    """Read "overnight Wednesday", "overnight into Thursday"."""
    if not _NIGHT.fullmatch(first.match[0]) or not _INTO.fullmatch(between):
        return None
    return _night_of(second.when)


def _named(first: Dated, second: Dated, between: str) -> When | None:
    """Read "Friday the 18th", "Sunday (Jan. 20)": the weekday only names the day."""
    day = second.when.start
    if first.rule.name != "weekday" or not _WITHIN.fullmatch(between) or first.when.start is None or day is None:
        return None
    same = second.when.precision == "day" and day == second.when.end and day.weekday() == first.when.start.weekday()
    return second.when if same else None


def _within(first: Dated, second: Dated, between: str) -> When | None:
    """Read "Wednesday last week", "January 22 of last year", "last week Tuesday", "yesterday, Thursday"."""
    if not _WITHIN.fullmatch(between) or (first.role != "at" and between.startswith(",")):
        return None  # "held since January, on Wednesday"
    fine, coarse = sorted((first, second), key=lambda item: _FINENESS[item.when.precision])
    if fine.when.precision == coarse.when.precision:
        return second.when if _inside(second.when, first.when) and first.rule is not second.rule else None
    when = fine.rule.reading(fine.match, Setting(coarse.when.end, None))
    return when if when is not None and _inside(when, coarse.when) else None


def _range(first: Dated, second: Dated, between: str) -> When | None:
    """Read "from 28 December to 3 January", "Saturday and Sunday", "between January and March 2012"."""
    if not _TO.fullmatch(between) or first.when.precision != second.when.precision:
        return None
    start, end = first.when.start, second.when.end
    yearless = "year" in first.match.re.groupindex and first.match["year"] is None
    if start and end and (start > end or (yearless and _has_year(second))):
        again = first.rule.reading(first.match, Setting(end, None))
        start = again.start if again is not None else None
    if start is None or end is None or start > end:
        return None
    return days(start, end, first.when.precision)


def _has_year(item: Dated) -> bool:
    return "year" in item.match.re.groupindex and item.match["year"] is not None


def _inside(part: When, whole: When) -> bool:
    if None in (part.start, part.end, whole.start, whole.end):
        return False
    return whole.start <= part.start and part.end <= whole.end  # type: ignore[operator]


def _night_of(when: When) -> When | None:
    """Return the night to the day told, or the two days that are told."""
    if when.start is None or when.end is None or when.precision != "day":
        return None
    return days(when.start - timedelta(1) if when.start == when.end else when.start, when.end)


def _nights(found: list[Dated], text: str) -> list[Dated]:
    """Give "an overnight raid in X Thursday" the night to that Thursday."""
    for index, item in enumerate(found[:-1]):
        after = found[index + 1]
        between = text[item.end : after.start]
        if (
            _NIGHT.fullmatch(item.match[0])
            and len(between) < _NIGHT_REACH
            and not _CLAUSAL.search(between)
            and (when := _night_of(after.when))
        ):
            found[index : index + 2] = replace(item, when=when), replace(after, when=when)
    return found
