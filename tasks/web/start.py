"""Start: the start points of an outlet, asked for and read into the links that they offer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tasks.web.exchange import Fetch
from tasks.web.fetch import LISTS, Fetcher, Refusal
from tasks.web.links import Link, ListError, normal, of_feed, of_section, of_sitemap
from tasks.web.outlet import Outlet
from tasks.web.warc import Kept

MOST_SITEMAPS = 200
"""Sitemaps that are read of one outlet in one run."""
DEEPEST = 3
"""Levels of sitemap indexes that are followed."""

Keep = Callable[[Fetch, Kept | None], None]
"""Archives what became of a URL, given what was known of it before."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is kept of start points: validators by URL, the content behind them, and where each outcome goes."""

    known: Mapping[str, Kept] = field(default_factory=dict)
    content: Callable[[str], bytes] = lambda _: b""
    keep: Keep = lambda *_: None


def offered(outlet: Outlet, fetcher: Fetcher, refusal: Refusal, shelf: Shelf) -> tuple[list[Link], list[str]]:
    """Return the articles that an outlet offers, each once, and what could not be read of its start points."""
    troubles: list[str] = []
    links: dict[str, Link] = {}
    for link in _all(outlet, _Lists(fetcher, refusal, shelf, troubles)):
        if outlet.wants(link.url):
            links.setdefault(link.url, link)
    return list(links.values()), troubles


def _all(outlet: Outlet, lists: "_Lists") -> Iterator[Link]:
    for url in map(str, outlet.feeds):
        yield from lists.read(url, of_feed)
    for url in map(str, outlet.sitemaps):
        yield from lists.sitemap(url)
    for url in map(str, outlet.sections):
        yield from lists.read(url, of_section)
    for url in map(str, outlet.pages):
        yield Link(normal(url) or url)


class _Lists:
    def __init__(self, fetcher: Fetcher, refusal: Refusal, shelf: Shelf, troubles: list[str]) -> None:
        self._fetcher, self._refusal, self._shelf, self._troubles = fetcher, refusal, shelf, troubles
        self._seen: set[str] = set()

    def read(self, url: str, reader: Callable[[bytes, str], list[Link]]) -> list[Link]:
        """Return the links of one list; none, and a line of trouble, where it cannot be read."""
        found = self._fetched(url)
        if found.outcome not in ("fetched", "unchanged") or found.last is None:
            self._troubles.append(f"{url}: {found.detail or found.reason or found.outcome}")
            return []
        try:
            return reader(found.content, found.last.url)
        except ListError as error:
            self._troubles.append(f"{url}: {error}")
            return []

    def _fetched(self, url: str) -> Fetch:
        """Ask for a list, only if it changed; one that did not is taken from the archive."""
        before = self._shelf.known.get(url)
        validators = before.validators() if before is not None else {}
        found = self._fetcher.fetch(url, types=LISTS, known=validators, refusal=self._refusal)
        self._shelf.keep(found, before)
        return replace(found, content=self._shelf.content(url)) if found.outcome == "unchanged" else found

    def sitemap(self, url: str, depth: int = 0) -> Iterator[Link]:
        """Yield the pages of a sitemap, and of those that it lists."""
        if url in self._seen or len(self._seen) >= MOST_SITEMAPS or depth > DEEPEST:
            return
        self._seen.add(url)
        further: list[Link] = []

        def read(content: bytes, base: str) -> list[Link]:
            pages, maps = of_sitemap(content, base)
            further.extend(maps)
            return pages

        yield from self.read(url, read)
        for link in further:
            yield from self.sitemap(link.url, depth + 1)
