"""When: finds the dates of a sentence and reads them against the day on which the document speaks."""

import re
from bisect import bisect_left, bisect_right
from datetime import date

from extraction.dates.date_reading import Setting
from extraction.dates.dateline import HEADER_SENTENCES
from extraction.dates.pair import APART, Dated, paired
from extraction.dates.period import Anchor
from extraction.dates.rule import Rule, span
from extraction.dates.search import matches
from extraction.dates.shape import rank
from extraction.lexicon import load
from extraction.mentions.mention import Mention, When
from extraction.sentences.sentence import Sentence

_ROLES = {word: role for role, words in load("dates")["roles"].items() for word in words}
_ROLE = re.compile(rf"(?i)\b({'|'.join(_ROLES)})\s(?:the\s|last\s|early\s|late\s|mid-)*$")
_ROLE_REACH = 30
_THEN = re.compile(r",?\swhen\b")  # "until 2012, when": then it happened


def dates(sentence: Sentence, anchor: Anchor | None, previous: When | None = None) -> list[Mention]:
    """Find the dates of a sentence, from left to right, none overlapping.

    Args:
        sentence: the sentence to read.
        anchor: the day on which the document speaks; null leaves relative wording unread (`when` with null days).
        previous: the last date read in the document before this sentence, for "the following day".

    Returns:
        Mentions of type `date`. `name` is the role: `at`, `since`, `until`, `by`, or `dateline` for the document's own
        date. `category` is `APART` for what only dates the clause behind it ("a day after"). A wording that
        needs what is not there has `When(None, None, "unknown")`.
    """
    found: list[Dated] = []
    day = anchor.day if anchor and anchor.precision == "day" else None
    for match, rule in _matches(sentence, day):
        when, role = rule.reading(match, Setting(day, previous)), _role(sentence, match)
        if when is not None:
            found.append(Dated(match, rule, when, role, *span(match)))
            previous = when if when.start and role != "dateline" else previous
    return [_mention(sentence, item) for item in paired(found, sentence.text)] if found else []


def _matches(sentence: Sentence, anchor: date | None) -> list[tuple[re.Match[str], Rule]]:
    """Return the matches in the order of the text; of two that overlap the longer, else that of the earlier rule."""
    found = list(matches(sentence))
    if not found:
        return []
    setting, taken = Setting(anchor, None), bytearray(len(sentence.text))
    found.sort(key=lambda pair: span(pair[0])[0] - span(pair[0])[1])
    kept: list[tuple[re.Match[str], Rule]] = []
    for match, rule in found:
        start, end = span(match)
        if not any(taken[start:end]) and rule.reading(match, setting):
            taken[start:end] = b"x" * (end - start)
            kept.append((match, rule))
    return sorted(kept, key=lambda pair: span(pair[0]))


def _role(sentence: Sentence, match: re.Match[str]) -> str:
    start, end = span(match)
    in_header = sentence.index < HEADER_SENTENCES and "day" in match.re.groupindex
    if in_header and rank(sentence.text, start, end, heads=sentence.part != "body") is not None:
        return "dateline"
    if _THEN.match(sentence.text, end):
        return "at"
    cue = _ROLE.search(sentence.text[max(0, start - _ROLE_REACH) : start])
    return _ROLES[cue[1].lower()] if cue else "at"


def _mention(sentence: Sentence, item: Dated) -> Mention:
    start, end = item.start, item.end
    first = bisect_right(sentence.ends, start + sentence.start)
    last = bisect_left(sentence.starts, end + sentence.start)
    category = APART if item.rule.name == APART else None
    return Mention("date", sentence.index, first, last, item.role, sentence.text[start:end], category, when=item.when)
