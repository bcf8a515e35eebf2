"""Selectors: what is remembered is what the XPath expression would have said."""

import re
from itertools import chain
from pathlib import Path

import pytest
from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura import xpaths

from tasks import main_text, selector
from tasks.markup import parse
from tasks.selector import Selector

SAMPLES = sorted(Path("samples").rglob("*.html"))
TAGS = ("div", "p", "section", "span", "article", "main", "aside", "ul", "ol", "details", "img", "o:p")
ATTRIBUTES = ("class", "id", "style", "role", "itemprop", "data-component")


def selectors() -> list[Selector]:
    assert main_text.BODY_XPATH is xpaths.BODY_XPATH
    lists = (paths for name, paths in vars(xpaths).items() if name.endswith("_XPATH") or name.startswith("DISCARD"))
    return [path for path in chain.from_iterable(p for p in lists if isinstance(p, list)) if isinstance(path, Selector)]


def tokens(path: XPath) -> list[str]:
    """What the expression looks for, made plain: "(?:^| )ad-" is "ad-"."""
    literals = "|".join(re.findall(r"'([^']+)'", path.path))
    return sorted(
        {plain for token in literals.split("|") if (plain := re.sub(r"\(\?\S*?[:!]|[\^()\[\]?$]", "", token))}
    )


def invented(path: XPath) -> HtmlElement:
    """A page on which each tag says each of the words that the expression looks for, in each attribute."""
    pieces = [
        f"<{tag} {attribute}='{before}{token}{after}' title='{token}'>text</{tag}>"
        for token in tokens(path)
        for tag in TAGS
        for attribute in ATTRIBUTES
        for before, after in (("", ""), ("wide ", ""), ("", "-box"))
    ]
    both = [f"<div id='{token}' class='x'></div><div class='x' id='{token}'></div>" for token in tokens(path)]
    return parse(f"<html><body>{''.join(pieces + both)}</body></html>")


@pytest.mark.parametrize("chosen", selectors(), ids=lambda chosen: chosen._path.path.strip()[:40])
def test_selects_what_the_expression_selects(chosen: Selector) -> None:
    first_only = "[1]" in chosen._path.path
    for tree in (invented(chosen._path), *(parse(sample.read_text("utf-8")) for sample in SAMPLES)):
        wanted = list(chosen._path(tree))
        for _ in range(2):  # found out, then remembered
            found = chosen(tree)
            assert (found[:1] == wanted[:1]) if first_only else (found == wanted)
    assert any(chosen._known.values())


def test_order_of_attributes_counts_where_the_expression_takes_the_first() -> None:
    chosen = Selector(XPath(".//*[starts-with(@id|@class, 'reply-')]"))
    first, second = "<i id='a' class='reply-b'>x</i>", "<i class='reply-b' id='a'>y</i>"
    assert [element.text for element in chosen(parse(f"<body>{first}{second}</body>"))] == ["y"]


def test_memory_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selector, "_MOST", 10)
    chosen = Selector(XPath(".//*[@id='n7']"))
    page = parse("<body>" + "".join(f"<p id='n{number}'>x</p>" for number in range(50)) + "</body>")
    assert [element.get("id") for element in chosen(page)] == ["n7"]
    assert len(chosen._known) <= 10


def test_attribute_that_no_xml_may_hold_is_asked_for_in_place() -> None:
    chosen = Selector(XPath(".//*[contains(@class, 'menu')]"))
    page = parse("<body><p class='menu'>a</p><p class='menu \uffff'>b</p></body>")
    assert [element.text for element in chosen(page)] == [element.text for element in chosen._path(page)]
