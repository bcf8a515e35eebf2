"""Shape: how surely a date in the first lines of a document is the document's own, by what stands around it."""

import re

from extraction.lexicon import load

_REACH, _LINE_WORDS, _PLACE_WORDS = 80, 9, 8

# A place in capitals or with its country, and a bracket: "KABUL, Somewhere (".
_PLACE_BRACKET = re.compile(
    r"(?:\b[A-Z][A-Z’'-]{2,}\b[^()a-z]{0,40}(?:[A-Z][\w.’' -]*)?|\b[A-Z][\w’'-]+,\s[A-Z][\w.’' -]{2,40}?)\s?\($"
)
_PLACE_COMMA = re.compile(r"\b[A-Z][A-Z’'-]{2,}\b(?:,?\s[A-Z][\w.’'-]*){0,4},\s$")
# What a line begins with before its date: names, an agency in brackets, then a comma, a dash or a bracket.
_NAMES = re.compile(
    rf"[\[(]?[A-ZÀ-Þ][\w.’'/-]*(?:(?:,?\s|\s?[/–—-]\s?|,\s)[\[(]?(?:[A-ZÀ-Þ][\w.’'/-]*[\])]?|al|el|de|la|of|the)){{0,{_PLACE_WORDS}}}"
    r"(?:[,\]):/.]|\s?[–—(\[-]{1,2})\s?$"
)
_NOT_NAMES = re.compile(r"(?i)^(?:on|in|by|since|until|from|after|before|between|at|the|an?)\b")
_ASIDE = r"(?:\([^)]{1,40}\)|/[^/]{1,30}/|\[[^\]]{1,20}\]|(?:at\s)?\d\d?[:.]\d\d\s?\w{0,4})"
_DASH = re.compile(rf"\s?(?:{_ASIDE}\s?)?[–—-]")
_CLOSES = re.compile(rf"\s?(?:{_ASIDE}\s?)?(?:[–—-]|[:\]]\s|[:\].]?$)|\)\s?(?:[–—:-]|$)")
_PLACED = re.compile(r"\s?(?:\([A-Z][^)]{1,40}\)|/[^/]{1,30}/)\s?[–—-]")
_LABEL = re.compile(
    rf"(?i)\b(?:{'|'.join(load('dates')['labels'])})(?:\sby\s[\w. ]{{1,40}}?)?(?:\s(?:on|of))?\s?[:,–-]?\s?$"
)
_REPORT = re.compile(
    rf"(?i)\b(?:{'|'.join(load('dates')['reports'])})\b(?:[^,(]*[,(])?\s?(?:(?:of|for|on|from|as\sof|to)\s)?$"
)
_SETS_OFF = re.compile(r"\)?(?::|\s?[–—]|\s-)\s")
_ENDS = re.compile(r"[)\].]?$")
_LONE = re.compile(r"[\s|,:.–—-]*(?:(?:at\s)?\d\d?:\d\d.{0,12})?")


def rank(text: str, start: int, end: int, *, heads: bool = False) -> int | None:
    """Tell how surely the date at `start` … `end` of a sentence's text is the document's own.

    Returns:
        0 for a dateline, 1 for a date with a label ("For Immediate Release: …") or before a title and a colon, 2 for
        a line that holds little else or that a date and a dash open, null for any other date. A line that
        `heads` others has such a date also at its end in brackets, or behind its own name ("Weekly summary, 3 May").
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + 60]
    if _is_dateline(before, after) or (not before and _PLACED.match(after)):
        return 0
    if before.startswith("(") and after.startswith(")") and _NAMES.fullmatch(before):
        return 0
    if start <= _REACH and _NAMES.fullmatch(before) and not _NOT_NAMES.match(before) and _CLOSES.match(after):
        return 0 if after.strip() else 1
    if _LABEL.search(before) or (not before and after.startswith(": ")):
        return 1
    if heads and _ENDS.fullmatch(after) and (before.endswith((" (", " [")) or _REPORT.search(before)):
        return 1
    if start <= _REACH and not before[:1].islower() and _SETS_OFF.match(after) and _REPORT.search(before):
        return 1
    if not before.strip(" |(") and (_LONE.fullmatch(after.strip(" )")) or re.match(r"\s[–—-]\s", after)):
        return 2
    return 2 if _LONE.fullmatch(after) and start <= _REACH and _is_line(before) else None


def labels_text(match: re.Match[str]) -> bool:
    """Whether a date opens its sentence and a colon sets it off from what follows."""
    return not match.start() and match.string.startswith(": ", match.end())


def _is_dateline(before: str, after: str) -> bool:
    if after.startswith(")") and _PLACE_BRACKET.search(before):
        return True
    return bool(_PLACE_COMMA.search(before) and _DASH.match(after))


def _is_line(before: str) -> bool:
    """Whether the words before the date make a byline or heading that the date ends: few, and no sentence."""
    words = before.split()
    return 0 < len(words) <= _LINE_WORDS and words[0] in ("By", "by") and before.rstrip().endswith((",", "|", "-", "–"))
