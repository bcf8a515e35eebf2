"""Furniture: the lines of a text page that belong to the site and not to the article.

Two kinds of evidence: a line that several articles of a site repeat (found by a survey of all text pages of a run),
and a line that says what furniture says (`lexicon/furniture.yaml`).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import PurePath
from urllib.parse import urlsplit

from extraction.lexicon import load
from tasks.decode import decode
from tasks.page import Page

_SITES = 4
_SURVEYED = 500
"""Pages of one site that are looked at: its furniture shows on them, and the survey's memory stays flat."""
_SIGNATURE = 3
_PROSE = 12
_LONGEST, _LONGEST_OPENED = 25, 60
_MENU_PIECES, _MENU_WORDS = 3, 4
_BARS = re.compile(r"\s+[|•·»›]\s+")
_LONGEST_LINE = 500
_BRACKETS = re.compile(r" ?\([^()]{3,120}\)")
_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_OUTER = " \t\u00a0•·*|»«›‹>-–—:;.,!?…#✕×▼▲→←\"'()[]"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Digests of the lines that pages repeat: of a line within its site, or of a line anywhere."""

    repeated: frozenset[int]

    @classmethod
    def none(cls) -> "Furniture":
        """Return the furniture of a page that stands alone: nothing is known to repeat."""
        return cls(frozenset())

    def repeats(self, site: str, line: str) -> bool:
        """Tell whether other articles of the site, or of several sites, hold this line."""
        return bool(self.repeated) and not self.repeated.isdisjoint((_digest(site, line), _digest("", line)))


def survey(pages: Iterable[Page]) -> Furniture:
    """Return the furniture of text pages: lines found in two articles of a site or in four sites.

    Copies of one article count once, or a reprint would make furniture of its whole text: pages whose longest lines
    have the same three smallest digests are taken as copies. Pages that are no text, or none that can be decoded, are
    passed over.
    """
    first: dict[int, int] = {}
    sites: Counter[int] = Counter()
    surveyed: Counter[str] = Counter()
    repeated: set[int] = set()
    for page in pages:
        site = site_of(page)
        text = decode(page) if page.format == "text" and surveyed[site] < _SURVEYED else None
        if isinstance(text, str):
            surveyed[site] += 1
            lines = {folded for line in lines_of(text) if (folded := fold(line))}
            story = _story(lines)
            for line in lines:
                here = _digest(site, line)
                sites[_digest("", line)] += here not in first
                if first.setdefault(here, story) != story:
                    repeated.add(here)
    return Furniture(frozenset(repeated | {line for line, count in sites.items() if count >= _SITES}))


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that hold anything, their blanks collapsed. U+2028 and its like break lines."""
    return [line for raw in _BREAK.split(text) if (line := " ".join(raw.split()))]


def site_of(page: Page) -> str:
    """Return what pages of one site share: its name, else the host of the URL, else the folder or file it came in."""
    host = urlsplit(page.url).hostname if page.url else None
    container, record, _ = page.source_uri.partition("#")
    return page.site or host or (container if record else str(PurePath(container).parent))


def fold(line: str) -> str:
    """Return a line in lower case, without bullets and outer punctuation."""
    return line.casefold().strip(_OUTER)


def is_furniture(line: str) -> bool:
    """Tell whether a line says what furniture says: skip links, menus, sharing, cookies, newsletters, credits."""
    folded = fold(line)
    words = len(folded.split())
    if words > _LONGEST_OPENED or len(folded) > _LONGEST_LINE:
        return False
    if not folded or is_menu(line) or _pattern("openings").match(folded):
        return True
    return words <= _LONGEST and bool(_pattern("lines").fullmatch(folded) or is_credit(line))


def is_menu(line: str) -> bool:
    """Tell whether a line is a menu in a row: three or more short pieces between bars."""
    pieces = _BARS.split(line)
    return len(pieces) >= _MENU_PIECES and all(len(piece.split()) <= _MENU_WORDS for piece in pieces)


def is_credit(line: str) -> bool:
    """Tell whether a line only says who made a picture."""
    return bool(_pattern("credits").fullmatch(line.casefold().strip()))


def without_glue(line: str) -> str:
    """Return a line without furniture that a missing break has glued to its end, and without credits in brackets."""
    folded = line.casefold().rstrip()
    for ending in load("furniture")["endings"]:
        if folded.endswith(f" {ending}"):
            return line.rstrip()[: -len(ending)].rstrip(_OUTER)
    return _BRACKETS.sub(lambda found: "" if is_credit(found[0]) else found[0], line) if "(" in line else line


def is_site_name(line: str, site: str) -> bool:
    """Tell whether a line only names the site: "The Valley Post" on valleypost.example."""
    name, known = (
        re.sub(r"\W|^the\b", "", text.casefold()) for text in (line, site.removeprefix("www.").split(".")[0])
    )
    return bool(name) and name == known


def is_listing_head(line: str) -> bool:
    """Tell whether a line heads a listing: "Tag: …", "Search results for …", "… archives"."""
    return bool(_pattern("listing_heads").fullmatch(line.casefold().strip()))


def is_teaser(line: str) -> bool:
    """Tell whether a paragraph breaks off as teasers do."""
    return line.casefold().rstrip(" »›>").endswith(tuple(load("furniture")["teaser_endings"]))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load("furniture")[kind]), re.IGNORECASE)


def _story(lines: set[str]) -> int:
    long = [line for line in lines if len(line.split()) >= _PROSE] or list(lines)
    return hash(tuple(sorted(_digest("", line) for line in long)[:_SIGNATURE]))


def _digest(site: str, line: str) -> int:
    return int.from_bytes(blake2b(f"{site}\0{fold(line)}".encode("utf-8", "replace"), digest_size=8).digest(), "big")
