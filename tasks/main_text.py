"""Main text: what trafilatura takes for the article of a page, in its fast mode or in its slower default mode.

A news page has ten times as many elements as its article. The fast mode cleans, copies and prunes them all, but then
reads one element, which it finds by tag, class and id, and looks beyond it only where that holds too little. So it is
given that element alone first: the outcome is the same, in half the time.
"""

import logging
from copy import copy
from typing import Any, cast

from lxml.html import HtmlElement
from trafilatura import bare_extraction, html2txt
from trafilatura.core import ESCALATION_MAX_LENGTH, ESCALATION_PAGE_SHARE
from trafilatura.settings import Extractor
from trafilatura.xpaths import (
    BODY_XPATH,
    DISCARD_IMAGE_ELEMENTS,
    OVERALL_DISCARD_XPATH,
    RAW_TREE_PRUNE_XPATH,
    REMOVE_COMMENTS_AND_LISTS_XPATH,
    TEASER_DISCARD_XPATH,
)

from tasks.selector import remember

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
for paths in (REMOVE_COMMENTS_AND_LISTS_XPATH, OVERALL_DISCARD_XPATH, DISCARD_IMAGE_ELEMENTS, TEASER_DISCARD_XPATH):
    remember(paths)
remember(BODY_XPATH, 0, 2, 3)
remember(RAW_TREE_PRUNE_XPATH, 1)  # the other asks for headings inside
_FAST, _THOROUGH = (Extractor(output_format="python", comments=False, fast=fast) for fast in (True, False))
_ENOUGH = _FAST.min_extracted_size
"""Characters below which trafilatura tries other ways to find the article."""
_IN_PARAGRAPHS = 3 * _ENOUGH
"""Characters in paragraphs (p), of the whole page, below which it takes any block (div) for one."""


def fast_text(tree: HtmlElement) -> list[str]:
    """Return the paragraphs that the fast mode finds, possibly none; `tree` is left as it is."""
    page = _container_alone(tree)
    found = page is not None and _ask(page, _FAST)
    if not found or not _suffices(found, tree):
        found = _ask(tree, _FAST)
    return _paragraphs(found)


def thorough_text(tree: HtmlElement) -> list[str]:
    """Return the paragraphs that the default mode finds, possibly none; `tree` is left as it is."""
    return _paragraphs(_ask(tree, _THOROUGH))


def _container_alone(tree: HtmlElement) -> HtmlElement | None:
    """Return a copy of the page with only the element that is read first and those around it.

    Null where there is none, or where it holds so little that trafilatura would look elsewhere too.
    """
    container: Any = next((found[0] for path in BODY_XPATH if (found := cast(list[Any], path(tree)))), None)
    if container is None or sum(len(one.text_content()) for one in container.iter("p")) < _IN_PARAGRAPHS:
        return None
    page = copy(container)
    page.tail = None
    for around in container.iterancestors():
        outer = around.makeelement(around.tag, around.attrib)
        outer.append(page)
        page = outer
    return page


def _suffices(found: Any, tree: HtmlElement) -> bool:
    """Tell whether trafilatura would look no further on the whole page: the text is long, or a good part of it."""
    length = len(" ".join(found.body.itertext()).strip())
    if length >= ESCALATION_MAX_LENGTH:
        return True
    most = len(" ".join(" ".join(tree.itertext()).split()))  # html2txt gives no more, and takes ten times as long
    return length >= _ENOUGH and (
        length >= ESCALATION_PAGE_SHARE * most or length >= ESCALATION_PAGE_SHARE * len(html2txt(tree))
    )


def _ask(tree: HtmlElement, options: Extractor) -> Any:
    return bare_extraction(tree, options=copy(options))


def _paragraphs(found: Any) -> list[str]:
    """List items are paragraphs of their own."""
    lines = found.text.split("\n") if found and found.text else []
    return [text for text in (one.strip().removeprefix("- ") for one in lines) if text]
