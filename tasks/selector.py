"""Selector: XPath expressions of trafilatura, answered from memory.

Most of them ask nothing but an element's own tag and attributes, by regular expressions of a hundred alternatives, for
each element of each page. Pages repeat the same few classes: to remember the answers saves a quarter of all cleaning.
"""

import re
from collections.abc import MutableSequence
from typing import Any, cast

from lxml.etree import Element, SubElement, XPath
from lxml.html import HtmlElement

_MOST = 20_000
"""Answers kept: ids that no other page has must not add up."""
_ATTRIBUTE, _TAG = re.compile(r"@([\w-]+)"), re.compile(r"self::([\w-]+)")


class Selector:
    """Selects the elements below a tree as an XPath does that asks each for its own tag and attributes only.

    Where the expression wants the first such element, this gives it at the head of all.
    """

    def __init__(self, path: XPath) -> None:
        self._path = path
        self._attributes = frozenset(_ATTRIBUTE.findall(path.path))
        self._tags = tuple(dict.fromkeys(_TAG.findall(path.path)))
        self._known: dict[tuple[Any, ...], bool] = {}

    def __call__(self, tree: HtmlElement) -> list[HtmlElement]:
        """Return the elements that the expression selects, in the order of the page."""
        return [element for element in tree.iterdescendants(*self._tags) if self._hits(element, tree)]

    def _hits(self, element: HtmlElement, tree: HtmlElement) -> bool:
        told = [item for item in element.items() if item[0] in self._attributes]
        key = (element.tag if self._tags else "", *told)
        hit = self._known.get(key)
        if hit is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            hit = self._known[key] = self._ask(key, element, tree)
        return hit

    def _ask(self, key: tuple[Any, ...], element: HtmlElement, tree: HtmlElement) -> bool:
        """Put the question to the expression, about an element that stands alone."""
        tag, *told = key
        try:
            alone = SubElement(Element("page"), tag or "any", dict(told))
        except ValueError:  # a character that is none in XML
            return element in cast(list[Any], self._path(tree))
        return bool(self._path(cast(Any, alone.getparent())))


def remember(paths: MutableSequence[Any], *numbers: int) -> None:
    """Put selectors in the place of XPath expressions: of all in the list, or of those with these numbers."""
    for number in numbers or range(len(paths)):
        if isinstance(paths[number], XPath):
            paths[number] = Selector(paths[number])
