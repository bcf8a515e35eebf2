"""Markup: HTML as one tree that text, title, date and metadata share, with guards against what would hang the parser.

Limits are measured: libxml2 takes minutes for a hundred thousand attributes on one tag and gives up at a depth of
2,048, while real news pages stay below 73 attributes a tag, 5,200 elements and a depth of 138.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from extraction.lexicon import load
from tasks.draft import RefusedError

MAX_CHARACTERS = 10_000_000
MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES = 1_000
MAX_DEPTH = 2_000
_TOO_DEEP = f"tags are nested deeper than {MAX_DEPTH:,} levels"
_TAG = re.compile(r"<(/?)(?!(?:p|li|br|hr|img|input|meta|link)\b)[a-z]", re.IGNORECASE)
_LONG_TAG = 4 * MAX_ATTRIBUTES
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""One class for every element: to look it up by the tag, as lxml.html does, takes longer than most uses of it."""
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r")


def parse(html: str) -> HtmlElement:
    """Return the tree of a page.

    Raises:
        RefusedError: the page is too large, too deep, or holds no markup that can be read.
    """
    _guard(html)
    parser = etree.HTMLParser(
        collect_ids=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    parser.set_element_class_lookup(_CLASS)
    try:
        tree = document_fromstring(html.encode("utf-8", "replace").translate(None, _CONTROLS), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError("no article text", f"no markup that can be read: {error}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise RefusedError("too deep", _TOO_DEEP)
    return tree


def drop_apart(tree: HtmlElement) -> HtmlElement:
    """Drop in place what is no text or stands apart from it by its very tag, so that later copies are cheap."""
    etree.strip_elements(tree, *load("html_metadata")["apart"], with_tail=False)
    return tree


def line(element: HtmlElement) -> str:
    """Return the text of an element as one line."""
    return " ".join(" ".join(element.itertext()).split())


def _guard(html: str) -> None:
    if len(html) > MAX_CHARACTERS:
        raise RefusedError("too large", f"{len(html):,} characters of HTML, the limit is {MAX_CHARACTERS:,}")
    if html.count("<") > MAX_ELEMENTS and (elements := html.count("<") - html.count("</")) > MAX_ELEMENTS:
        if _depth(html) > MAX_DEPTH:
            raise RefusedError("too deep", _TOO_DEEP)
        raise RefusedError("too large", f"{elements:,} elements, the limit is {MAX_ELEMENTS:,}")
    for piece in _long_pieces(html):
        if len(piece.split()) > MAX_ATTRIBUTES and _attributes(piece) > MAX_ATTRIBUTES:
            raise RefusedError("too large", f"more than {MAX_ATTRIBUTES:,} attributes on one tag")


def _long_pieces(html: str) -> Iterator[str]:
    """Yield the pieces between one ">" and the next that may end in a long tag. Looks at a small part of the page."""
    start = 0
    while start + _LONG_TAG < len(html):
        end = html.rfind(">", start, start + _LONG_TAG)
        if end < 0:
            end = html.find(">", start + _LONG_TAG) % (len(html) + 1)  # none: the end of the page
            yield html[start:end]
        start = end + 1


def _depth(html: str) -> int:
    """Return about how deep tags are nested, by counting openings and closings."""
    return max(accumulate(-1 if tag[1] else 1 for tag in _TAG.finditer(html)), default=0)


def _attributes(piece: str) -> int:
    """Count the attributes of the tag that ends this piece of markup; 0 where it ends none."""
    _, opening, tag = _QUOTED.sub("", piece).rpartition("<")
    return len(tag.split()) - 1 if opening and tag[:1].isalpha() else 0
