"""Published: when an HTML page says that it was published, the strongest evidence first.

Linked data, meta tags and marked time elements state a date. An address or a line of the byline only tells of one,
so it is used when nothing is stated, and never down to the second. What holds no date yields none.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain

from lxml.html import HtmlElement

from tasks.draft import Published
from tasks.imprint import Imprint
from tasks.markup import line
from tasks.moment import is_plausible, read_moment

_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/-]|$)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=/)")
_PUBLISHED_CLASS = re.compile(r"publi|posted|dateline|entry-date|post-date|article-?date|story-?date|timestamp", re.I)
_BYLINE = re.compile(r"(?:published|posted|updated|date|on)\b[\s:]*", re.I)
_BYLINE_LENGTH = 100


def published_of(tree: HtmlElement, imprint: Imprint, urls: list[str], now: datetime) -> Published | None:
    """Return when the page was published, or null where it does not say; a date after `now` is no date.

    `precision` is `second` for a time with its zone, `day` for a date or a time without a zone, `month` where only an
    address names year and month.
    """
    for found in chain(_stated(imprint), _marked(tree), _addressed(urls), _bylined(tree)):
        if found and is_plausible(found, now):
            return found
    return None


def _stated(imprint: Imprint) -> Iterator[Published | None]:
    for node in imprint.articles():
        yield _read(node.get("datePublished"))
    for node in imprint.nodes:
        yield _read(node.get("datePublished"))
    yield from map(_read, imprint.all_metas("published"))


def _marked(tree: HtmlElement) -> Iterator[Published | None]:
    """Yield the dates of elements that are marked as the publication date, then of time elements in the article."""
    times = [(e, e.get("datetime") or e.get("content") or line(e)) for e in tree.iter("time", "abbr")]
    for element in tree.xpath('.//*[translate(@itemprop, "P", "p") = "datepublished"]'):
        yield _read(element.get("datetime") or element.get("content") or line(element))
    for element, value in times:
        if element.get("pubdate") is not None or _PUBLISHED_CLASS.search(element.get("class") or ""):
            yield _read(value)
    for element, value in times:
        if element.tag == "time" and next(element.iterancestors("article", "main", "header"), None) is not None:
            yield _read(value)
    yield from (_read(value) for element, value in times if element.tag == "time")


def _addressed(urls: list[str]) -> Iterator[Published | None]:
    for url in urls:
        if day := _URL_DAY.search(url):
            yield _read("-".join(day.groups()))
        if month := _URL_MONTH.search(url):
            year, number = map(int, month.groups())
            yield Published(datetime(year, number, 1, tzinfo=UTC), "month")


def _bylined(tree: HtmlElement) -> Iterator[Published | None]:
    """Yield the dates of short elements whose class speaks of publication: weak, so never finer than the day."""
    for element in tree.xpath(
        ".//*[contains(@class, 'date') or contains(@class, 'publi') or contains(@class, 'time')]"
    ):
        text = line(element)
        if len(text) <= _BYLINE_LENGTH:
            found = _read(_BYLINE.sub("", text, count=1))
            yield Published(found.at, "day") if found else None


def _read(value: object) -> Published | None:
    return read_moment(value) if isinstance(value, str) else None
