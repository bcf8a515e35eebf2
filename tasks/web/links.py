"""Links: the pages that a feed, a sitemap or a section page offers. Pure: bytes in, links out."""

import gzip
import io
import json
import re
import zlib
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit
from xml.etree.ElementTree import ParseError

import feedparser
import lxml.html
from courlan import clean_url
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

MOST_LINKS = 50_000
"""Links that are read of one list, as sitemaps allow at most."""
MOST_XML = 50_000_000
"""Bytes of a sitemap once unpacked, as its rules allow at most."""
_COPIES = frozenset({"share", "amp", "outputtype", "output", "print", "replytocom", "nb", "utm_source"})
"""Parameters that make another address of the same page, beside those that courlan knows."""
_AMP = re.compile(r"/amp/?$|(?<=/)amp/(?=[^/]+/?$)")


class ListError(ValueError):
    """What should list pages cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page that is offered, and when it was published or last changed, in UTC; null where the list does not say."""

    url: str
    at: datetime | None = None


def normal(url: str, base: str = "") -> str | None:
    """Return the one address of a page: absolute, no tracking, AMP, share link or fragment; null where it is none."""
    parts = urlsplit(clean_url(urljoin(base, url.strip())) or "")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key.lower() not in _COPIES]
    path = _AMP.sub("/" if parts.path.endswith("/") else "", parts.path) or "/"
    return urlunsplit((parts.scheme, parts.netloc.lower(), path, urlencode(kept), ""))


def of_feed(content: bytes, base: str) -> list[Link]:
    """Return the entries of an RSS, Atom, RDF or JSON feed, in its order.

    Raises:
        ListError: it is none of these.
    """
    if content.lstrip()[:1] == b"{":
        return _unique(_of_json_feed(content), base)
    _require_plain(content)
    found = feedparser.parse(content)
    if not found.get("version") and not found.entries:
        raise ListError("not a feed: neither RSS, Atom, RDF nor JSON Feed")
    return _unique(((str(e.get("link", "")), _moment(e)) for e in found.entries), base)


def of_sitemap(content: bytes, base: str) -> tuple[list[Link], list[Link]]:
    """Return the pages of a sitemap and the further sitemaps of an index. It may be gzip, or a list of lines.

    Raises:
        ListError: it is no sitemap, is too large, or declares entities.
    """
    content = _unpacked(content)
    if content.lstrip()[:1] != b"<":
        lines = content.decode("utf-8", "replace").split("\n")
        return _unique(((line, None) for line in lines if line.strip().startswith("http")), base), []
    pages: list[tuple[str, datetime | None]] = []
    maps: list[tuple[str, datetime | None]] = []
    for kind, link in _entries(content):
        (pages if kind == "url" else maps).append(link)
    return _unique(pages, base), _unique(maps, base)


def of_section(content: bytes, base: str) -> list[Link]:
    """Return the links of a section page to other pages of its host, in the page's order."""
    try:
        tree = lxml.html.fromstring(content)
    except (ValueError, lxml.etree.ParserError) as error:
        raise ListError(f"not an HTML page: {error}") from None
    links = _unique(((str(a.get("href")), None) for a in tree.iter("a") if a.get("href")), base)
    return [link for link in links if urlsplit(link.url).hostname == urlsplit(base).hostname]


def _unique(found: Any, base: str) -> list[Link]:
    links: dict[str, Link] = {}
    for url, at in found:
        address = normal(url, base) if url.strip() else None
        if address is not None and len(links) < MOST_LINKS:
            links.setdefault(address, Link(address, at))
    return list(links.values())


def _entries(content: bytes) -> Iterator[tuple[str, tuple[str, datetime | None]]]:
    place, date = "", None
    try:
        for _, element in iterparse(io.BytesIO(content), forbid_dtd=True):
            name = element.tag.rpartition("}")[2]
            text = (element.text or "").strip()
            if name == "loc" and "image" not in element.tag and "video" not in element.tag:
                place = place or text
            elif name in ("lastmod", "publication_date"):
                date = _read(text) or date
            elif name in ("url", "sitemap"):
                if place:
                    yield name, (place, date)
                place, date = "", None
                element.clear()
    except DefusedXmlException:
        raise ListError("it declares a document type, which no sitemap needs") from None
    except ParseError as error:
        raise ListError(f"not XML: {error}") from None


def _of_json_feed(content: bytes) -> Iterator[tuple[str, datetime | None]]:
    try:
        items = json.loads(content)["items"]
        for item in items:
            yield str(item.get("url") or ""), _read(str(item.get("date_modified") or item.get("date_published") or ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ListError(f"not a JSON Feed: {error}") from None


def _require_plain(content: bytes) -> None:
    if re.search(rb"<!(?:ENTITY|DOCTYPE)[^>]*\[", content[:100_000], re.IGNORECASE):
        raise ListError("it declares entities, which no feed needs")


def _unpacked(content: bytes) -> bytes:
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        with gzip.open(io.BytesIO(content)) as file:
            found = file.read(MOST_XML + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ListError(f"broken gzip: {error}") from None
    if len(found) > MOST_XML:
        raise ListError(f"more than {MOST_XML:,} bytes once unpacked")
    return found


def _moment(entry: Any) -> datetime | None:
    told = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(told), UTC) if told else None
    except (ValueError, TypeError):
        return None


def _read(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
