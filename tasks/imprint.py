"""Imprint: what an HTML page states of itself in meta tags and linked data (JSON-LD), before any guess."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from extraction.lexicon import load

_MAX_NESTING = 6


@dataclass(frozen=True, slots=True)
class Imprint:
    """Meta tags by lower-case name (the first of each name), and the linked data's nodes in the order of the page."""

    metas: dict[str, str]
    nodes: list[dict[str, Any]] = field(default_factory=list)

    def meta(self, kind: str) -> str | None:
        """Return the most trusted meta tag of a kind, as `lexicon/html_metadata.yaml` ranks them."""
        return next(self.all_metas(kind), None)

    def all_metas(self, kind: str) -> Iterator[str]:
        """Yield the meta tags of a kind, the most trusted first."""
        return (self.metas[name] for name in load("html_metadata")[kind] if name in self.metas)

    def articles(self) -> list[dict[str, Any]]:
        """Return the nodes that describe an article."""
        return [node for node in self.nodes if _types(node) & set(load("html_metadata")["article_types"])]

    def is_listing(self) -> bool:
        """Tell whether the linked data calls the page a collection and describes no article."""
        wanted = set(load("html_metadata")["listing_types"])
        return not self.articles() and any(_types(node) & wanted for node in self.nodes)

    def author(self) -> str | None:
        """Return the names of the authors, joined by commas."""
        for node in self.articles():
            if names := [name for name in _names(node.get("author")) if "://" not in name]:
                return ", ".join(dict.fromkeys(names))
        names = [name.strip() for name in self.all_metas("author") if "://" not in name]
        return names[0] if names else None

    def site(self) -> str | None:
        """Return the name of the site."""
        if name := self.meta("site"):
            return name.lstrip("@")
        return next((name for node in self.articles() for name in _names(node.get("publisher"))), None)


def read_imprint(tree: HtmlElement) -> Imprint:
    """Return the imprint of a page. Linked data that is no JSON is skipped: one page in twenty carries such."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            metas.setdefault(name.lower(), content)
    nodes = [node for script in tree.iter("script") for node in _linked_data(script)]
    return Imprint(metas, nodes)


def canonical_url(tree: HtmlElement, imprint: Imprint, url: str | None) -> str | None:
    """Return the page's own word for its address, absolute; null where it gives none."""
    links: Iterator[str | None] = (
        e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"
    )
    for candidate in (*links, *imprint.all_metas("url")):
        try:
            absolute: str = urljoin(url or "", (candidate or "").strip())
            if urlsplit(absolute).scheme in ("http", "https") and urlsplit(absolute).hostname:
                return absolute
        except ValueError:  # a malformed address is no address
            continue
    return None


def declared_language(tree: HtmlElement, imprint: Imprint) -> str | None:
    """Return the declared language as two lower-case letters, null where none is declared."""
    declared: str | None = tree.get("lang") or tree.get("xml:lang") or imprint.meta("language")
    code = (declared or "")[:2].lower()
    return code if len(code) == 2 and code.isalpha() else None


def _linked_data(script: HtmlElement) -> Iterator[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "") or not script.text:
        return iter(())
    try:
        return _nodes(json.loads(script.text, strict=False))
    except (ValueError, RecursionError):
        return iter(())


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _MAX_NESTING:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)}


def _names(value: Any) -> list[str]:
    """Return the names in an author or publisher: a name, a node with a name, or a list of those."""
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    flat = [n for name in names for n in (name if isinstance(name, list) else [name])]
    return [" ".join(name.split()) for name in flat if isinstance(name, str) and name.strip()]
