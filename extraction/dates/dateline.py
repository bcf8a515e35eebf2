"""Dateline: the day on which a document speaks, as its header or its first words say it."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from extraction.dates.date_reading import Setting
from extraction.dates.period import Anchor, make_day
from extraction.dates.search import cued
from extraction.dates.shape import labels_text, rank
from extraction.dates.wording import RULES
from extraction.document import Precision
from extraction.sentences.sentence import Sentence

_ABSOLUTE = {rule.name: rule for rule in RULES if rule.name in {"iso", "slashed", "month, day", "day, month"}}
HEADER_SENTENCES = 10  # a date further down is no header
_HEADER_CHARS = 400

_REFERENCE = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-[A-Z]{1,3}[-–]\d")


def dateline(sentences: Sequence[Sentence], published: date | None = None) -> Anchor | None:
    """Return the day that the header or dateline of a document gives; null where it gives none.

    A date without a year takes it from another date of the header, from a reference number that begins with year and
    month, or from `published`; where there is none of these it says nothing.
    """
    found = _best(sentences, published)
    return Anchor(found[1], "dateline") if found else None


def anchor(published_at: datetime | None, precision: Precision, sentences: Sequence[Sentence]) -> Anchor | None:
    """Return the day that relative wording is counted from: the dateline, else the publication date.

    A line that holds a date alone counts only without a publication date. Where no day is known, the month of the
    publication or of a reference number is returned, with precision `month`.
    """
    published = published_at.date() if published_at and precision in {"second", "day"} else None
    found = _best(sentences, published)
    if found and (found[0] < 2 or published is None):
        return Anchor(found[1], "dateline")
    if published:
        return Anchor(published, "published")
    month = published_at.date().replace(day=1) if published_at and precision == "month" else None
    numbered = _referenced(sentences)
    month = month or (numbered.replace(day=1) if numbered else None)
    return Anchor(month, "published", "month") if month else None


def _best(sentences: Sequence[Sentence], published: date | None) -> tuple[int, date] | None:
    candidates: list[tuple[int, re.Match[str]]] = []
    for sentence in sentences[:HEADER_SENTENCES]:
        for rule in (rule for rule, _ in cued(sentence) if rule.name in _ABSOLUTE):
            for match in rule.pattern.finditer(sentence.text, 0, _HEADER_CHARS):
                certainty = rank(sentence.text, *match.span(), heads=sentence.part != "body")
                if certainty is not None:
                    candidates.append((certainty, match))
    candidates = _without_lists(candidates)
    candidates.sort(key=lambda candidate: candidate[0])
    hint = _full(candidates) or _referenced(sentences) or published
    dated = ((certainty, _resolve(match, hint)) for certainty, match in candidates)
    return next(((certainty, day) for certainty, day in dated if day), None)


def _without_lists(candidates: list[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """Leave out the labels of a list of days: "Monday 12 May: …", "Tuesday 13 May: …"."""
    labels = [match for _, match in candidates if labels_text(match)]
    return [c for c in candidates if c[1] not in labels] if len(labels) > 1 else candidates


def _full(candidates: list[tuple[int, re.Match[str]]]) -> date | None:
    return next((day for _, match in candidates if match["year"] and (day := _resolve(match, None))), None)


def _referenced(sentences: Sequence[Sentence]) -> date | None:
    for sentence in sentences[:HEADER_SENTENCES]:
        if match := _REFERENCE.search(sentence.text, 0, _HEADER_CHARS):
            return make_day(int(match[1]), int(match[2]), 15)
    return None


def _resolve(match: re.Match[str], hint: date | None) -> date | None:
    """Return the day of a match; without a year, the one nearest to the hint."""
    if match["year"]:
        return _day(match, None)
    if hint is None:
        return None
    years = (date(year, 12, 31) for year in (hint.year - 1, hint.year, hint.year + 1))
    near = [day for year in years if (day := _day(match, year))]
    return min(near, key=lambda day: abs(day - hint), default=None)


def _day(match: re.Match[str], anchor_day: date | None) -> date | None:
    rule = next(rule for rule in _ABSOLUTE.values() if rule.pattern is match.re)
    when = rule.reading(match, Setting(anchor_day, None))
    return when.end if when else None
