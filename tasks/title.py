"""Title: which of the headlines that an HTML page offers is its own."""

import re
from collections.abc import Iterable
from html import unescape

from lxml.html import HtmlElement

from tasks.headline import repeats, words_of
from tasks.imprint import Imprint
from tasks.markup import line

_SEPARATOR = re.compile(r"\s+[|\-–—:·»«•/~]+\s+|\s*\|\s*")
_SHORT = 3


def title_of(tree: HtmlElement, imprint: Imprint, site: str | None) -> str | None:
    """Return the page's headline as one line, or null where the page has none.

    In this order: a heading (h1) that a witness repeats, where the witnesses are linked data, Open Graph and
    `<title>`; a heading that shares words with a witness; the headline of the linked data; the other
    witnesses without the site's name. Measured on 305 pages with a hand-made title: the right one is nearly always
    offered, and this order finds it more often than any single source.
    """
    headings = [text for text in (line(h) for h in tree.iter("h1")) if words_of(text)]
    linked = [_plain(node["headline"]) for node in imprint.articles() if isinstance(node.get("headline"), str)]
    stated = [_plain(text) for text in imprint.all_metas("headline")]
    tab = [text for text in (line(t) for t in tree.iter("title")) if text][:1]
    witnesses = [*linked, *stated, *tab]
    own = [heading for heading in headings if not _same(heading, site or "")]
    for heading in own:
        if any(repeats(witness, heading) for witness in witnesses):
            return next((text for text in linked if _labelled(heading, text)), without_site(heading, site, linked))
    if related := next((heading for heading in own if _related(heading, witnesses)), None):
        return related
    named = [without_site(text, site, headings) for text in (*linked, *stated)]
    return next((text for text in (*named, *own[:1], *(without_site(t, site, headings) for t in tab)) if text), None)


def without_site(title: str, site: str | None, others: Iterable[str] = ()) -> str:
    """Return a title without the site's name at its end or start, and without a section that another title lacks."""
    for other in others:
        if len(words_of(other)) > _SHORT and _bounded(title, other):
            return other
    cuts = list(_SEPARATOR.finditer(title))
    if cuts and site and _names(title[cuts[-1].end() :], site):
        return title[: cuts[-1].start()]
    if cuts and site and _names(title[: cuts[0].start()], site):
        return title[cuts[0].end() :]
    return title


def _plain(text: str) -> str:
    return " ".join(unescape(unescape(text)).split())


def _same(one: str, other: str) -> bool:
    return words_of(one) == words_of(other)


def _names(piece: str, site: str) -> bool:
    """Tell whether a piece of a title names the site: "The Daily Bugle" for dailybugle.example or "Daily Bugle"."""
    name, known = "".join(words_of(piece)), "".join(words_of(site))
    return bool(name) and (name in known or (known in name and len(words_of(piece)) <= len(words_of(site)) + _SHORT))


def _labelled(heading: str, title: str) -> bool:
    """Tell whether a heading is the title behind a label of a word or two: "Opinion What to read"."""
    words, wanted = words_of(heading), words_of(title)
    return 0 < len(words) - len(wanted) < _SHORT < len(wanted) and words[-len(wanted) :] == wanted


def _related(heading: str, witnesses: list[str]) -> bool:
    long = {word for word in words_of(heading) if len(word) > _SHORT}
    return len(long) > _SHORT - 1 and any(len(long & set(words_of(witness))) > 1 for witness in witnesses)


def _bounded(title: str, other: str) -> bool:
    """Tell whether `other` is `title` but for one piece behind or before a separator."""
    cut = _SEPARATOR.search(title)
    pieces = [title[: m.start()] for m in _SEPARATOR.finditer(title)] + [title[cut.end() :]] if cut else []
    return any(_same(piece, other) for piece in pieces)
