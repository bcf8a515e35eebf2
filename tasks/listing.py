"""Listing: tag pages, archives and search results, made of teasers of articles and no article themselves."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from tasks.furniture import is_listing_head, is_teaser
from tasks.headline import is_headline
from tasks.imprint import Imprint

_TEASERS, _ITEMS = 3, 4
_TEASER_SHARE, _HEADED_SHARE = 0.4, 0.25
_ARTICLE = 120
"""Words of a paragraph that is no teaser."""
_LISTING_PATH = re.compile(r"/(tags?|category|categories|topics?|search|archives?|author|page)(/|$)", re.IGNORECASE)
_QUERY = {"s", "q", "query", "search"}
_LINKED = 5
_HEADINGS = ("h1", "h2", "h3", "h4")


def lists_text(heads: Sequence[str | None], paragraphs: Sequence[str]) -> bool:
    """Tell whether a clean text is a listing: one of `heads` heads one above short items, or teasers make it up.

    Conservative: a text with one long paragraph, or with prose that does not break off, is an article.
    """
    if any(len(paragraph.split()) >= _ARTICLE for paragraph in paragraphs):
        return False
    teasers = sum(1 for paragraph in paragraphs if is_teaser(paragraph))
    headed = any(is_listing_head(line) for line in heads if line)
    needed = _HEADED_SHARE if headed else _TEASER_SHARE
    return (headed and len(paragraphs) >= _ITEMS and _items(paragraphs)) or (
        teasers >= _TEASERS and teasers >= needed * len(paragraphs)
    )


def _items(paragraphs: Sequence[str]) -> bool:
    """Tell whether a text is made of headlines with at most a short paragraph under each."""
    headlines = sum(1 for paragraph in paragraphs if is_headline(paragraph))
    return headlines >= _HEADED_SHARE * len(paragraphs)


def lists_html(tree: HtmlElement, imprint: Imprint, urls: Sequence[str], paragraphs: Sequence[str]) -> bool:
    """Tell whether an HTML page is a listing.

    It takes two witnesses: the page's own word (linked data, or an address of a tag, archive or search), and a body
    without any long paragraph on a page with several headings that link elsewhere; or teasers that break off.
    """
    if imprint.articles() or any(len(paragraph.split()) >= _ARTICLE for paragraph in paragraphs):
        return False
    linked = sum(1 for h in tree.iter(*_HEADINGS) if h.find(".//a") is not None or _inside_link(h))
    if imprint.is_listing() or any(_listing_address(url) for url in urls):
        return linked >= _TEASERS or lists_text(paragraphs[:1], paragraphs)
    return linked >= _LINKED and lists_text(paragraphs[:1], paragraphs)


def _inside_link(heading: HtmlElement) -> bool:
    return next(heading.iterancestors("a"), None) is not None


def _listing_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(_LISTING_PATH.search(parts.path)) or bool(_QUERY & set(parse_qs(parts.query)))
