"""Heading: a date that opens a paragraph or stands alone in one, and dates what is told under it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from extraction.dates.period import Anchor
from extraction.lexicon import load
from extraction.mentions.mention import Mention, When
from extraction.sentences.sentence import Sentence

HEADING = "heading"
"""The category of a date that heads what follows: one of a list of days, not the document's own."""
_LABEL = re.compile(r"(?:,?\s[A-Z][\w’'-]*|,?\sat\s[\d.:]+\w*){0,4}\s?(?::|[–—]|\s-)\s")
_SLACK = timedelta(7)
_REPORTS = frozenset(load("dates")["reports"])


def headings(dates: Sequence[Mention], sentences: Sequence[Sentence], anchor: Anchor | None) -> list[Mention]:
    """Return the dates of a document, those of a list of days marked as headings with the role `at`.

    Only where two days or more head something is there such a list: one alone is the document's own date, or the day
    on which a page was fetched. A label that is not the document's own date heads its paragraph in any case.
    """
    opening = {id(m): m for m in dates if _opens(m, sentences) and not _after(m, anchor)}
    own = anchor.day if anchor is not None else None
    several = len({m.when.start for m in opening.values() if m.when is not None}) > 1
    heads = {key for key, m in opening.items() if several or (not _alone(m, sentences) and not _is(m, own))}
    return [replace(m, name="at", category=HEADING) if id(m) in heads else m for m in dates]


def headed(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> dict[int, Mention]:
    """Return what heads each paragraph: its own label, else the last date before it that stands alone in its line."""
    found: dict[int, Mention] = {}
    alone: Mention | None = None
    heads = {m.sentence: m for m in mentions if m.category == HEADING}
    for sentence in sentences if heads else ():
        head = heads.get(sentence.index)
        if head is not None and _alone(head, sentences):
            alone = head
        elif head is not None:
            found[sentence.paragraph] = head
        elif alone is not None:
            found.setdefault(sentence.paragraph, alone)
    return found


def period(mentions: Sequence[Mention], sentences: Sequence[Sentence], anchor: Anchor | None) -> When | None:
    """Return the month, year or span of days that a heading tells and that is over: the report is of it."""
    before = {(m.sentence, m.last) for m in mentions if m.type == "place"}
    for mention in mentions:
        when, sentence = mention.when, sentences[mention.sentence]
        if sentence.part == "body" or when is None or when.start is None or when.end is None or mention.name != "at":
            continue
        over = anchor is None or when.end < anchor.day
        placed = (mention.sentence, mention.first - 1) in before and when.precision != "year"
        told = (placed and _alone(mention, sentences)) or not _REPORTS.isdisjoint(sentence.norms)
        if when.start != when.end and over and told:
            return when
    return None


def _opens(mention: Mention, sentences: Sequence[Sentence]) -> bool:
    """Whether a single day opens a paragraph as its label, or stands in it alone with others after it."""
    when, at = mention.when, mention.sentence
    sentence = sentences[at]
    if mention.first or when is None or when.precision != "day" or when.start is None or when.start != when.end:
        return False
    if sentence.part == "title" or (at and sentences[at - 1].paragraph == sentence.paragraph):
        return False
    rest = sentence.text[sentence.ends[mention.last - 1] - sentence.start :]
    return bool(_LABEL.match(rest)) or (not rest.strip(" :.") and at + 1 < len(sentences))


def _alone(mention: Mention, sentences: Sequence[Sentence]) -> bool:
    tokens = sentences[mention.sentence].tokens
    return all(not token.text[0].isalnum() for token in tokens[mention.last :])


def _after(mention: Mention, anchor: Anchor | None) -> bool:
    """Whether the day lies after that on which the document speaks, as one does on which a page was fetched."""
    if anchor is None or mention.when is None or mention.when.start is None:
        return False
    return mention.when.start > anchor.day + _SLACK


def _is(mention: Mention, day: object) -> bool:
    return mention.when is not None and mention.when.start == day
