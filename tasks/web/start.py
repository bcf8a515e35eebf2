"""Start: the start points of an outlet, asked for and read into the links that they offer."""

from collections.abc import Callable, Iterator

from tasks.web.exchange import Fetch
from tasks.web.fetch import LISTS, Fetcher
from tasks.web.links import Link, ListError, normal, of_feed, of_section, of_sitemap
from tasks.web.outlet import Outlet

MOST_SITEMAPS = 200
"""Sitemaps that are read of one outlet in one run."""
DEEPEST = 3
"""Levels of sitemap indexes that are followed."""

Refusal = Callable[[str], Fetch | None]
"""Takes a URL, gives the outcome where it must not be asked for."""


def offered(outlet: Outlet, fetcher: Fetcher, refusal: Refusal) -> tuple[list[Link], list[str]]:
    """Return the articles that an outlet offers, each once, and what could not be read of its start points."""
    troubles: list[str] = []
    links: dict[str, Link] = {}
    for link in _all(outlet, _Lists(fetcher, refusal, troubles)):
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
    def __init__(self, fetcher: Fetcher, refusal: Refusal, troubles: list[str]) -> None:
        self._fetcher, self._refusal, self._troubles = fetcher, refusal, troubles
        self._seen: set[str] = set()

    def read(self, url: str, reader: Callable[[bytes, str], list[Link]]) -> list[Link]:
        """Return the links of one list; none, and a line of trouble, where it cannot be read."""
        found = self._refusal(url) or self._fetcher.fetch(url, types=LISTS)
        if found.outcome != "fetched" or found.last is None:
            self._troubles.append(f"{url}: {found.detail or found.reason or found.outcome}")
            return []
        try:
            return reader(found.content, found.last.url)
        except ListError as error:
            self._troubles.append(f"{url}: {error}")
            return []

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
