"""Errand: one outlet harvested: its links found, those that are wanted fetched, and each outcome archived at once."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime

from settings import Settings
from tasks.web import ledger
from tasks.web.archive import Archive, archive_folder, lists_of
from tasks.web.exchange import Fetch
from tasks.web.fetch import Fetcher, Manner, Refusal
from tasks.web.links import Link
from tasks.web.outlet import Outlet
from tasks.web.robots import TYPES, Robots
from tasks.web.shelf import archived
from tasks.web.start import Keep, Shelf, offered
from tasks.web.turn import Hosts
from tasks.web.warc import Kept


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for. `since`: no links that say to be older; `limit`: URLs an outlet."""

    since: datetime | None = None
    limit: int | None = None
    dry_run: bool = False
    refetch: bool = False


@dataclass(slots=True)
class Harvested:
    """What one harvest of one outlet came to; `troubles` are its start points that could not be read, a line each."""

    outlet: str
    offered: int = 0
    fresh: int = 0
    """Of `links` those that were not looked at once more only because it was time."""
    links: tuple[str, ...] = ()
    """The URLs that were, or in a dry run would be, asked for."""
    outcomes: dict[str, int] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Errand:
    """One outlet to be harvested."""

    outlet: Outlet
    agent: str
    hosts: Hosts
    robots: Robots
    wish: Wish
    settings: Settings

    def run(self) -> Harvested:
        """Find the links of the outlet, and fetch and archive those that are wanted."""
        kept = ledger.known(self.settings, self.outlet)
        with self._archive(self.outlet.name) as pages, self._archive(lists_of(self.outlet)) as lists:
            links, troubles = self._offered(lists.keep)
            wanted = self._wanted(links, kept)
            fresh = sum(url not in kept or self.wish.refetch for url in wanted)
            done = Harvested(self.outlet.name, len(links), fresh, tuple(wanted), troubles=tuple(troubles))
            if wanted and not self.wish.dry_run:
                for fetch in self._fetched(wanted, kept, pages, lists.keep):
                    done.outcomes[fetch.outcome] = done.outcomes.get(fetch.outcome, 0) + 1
        return done

    def _offered(self, keep_list: Keep) -> tuple[list[Link], list[str]]:
        """Read the start points and archive what comes.

        In a dry run that is robots.txt alone: asked for once a day, it would not come again.
        """
        known = ledger.published(self.settings, self.outlet, lists=True)
        keep = keep_list if not self.wish.dry_run else lambda *_: None
        shelf = Shelf(known, lambda url: archived(url, self.settings).content, keep)
        with Fetcher(self.hosts, self._manner()) as fetcher:
            return offered(self.outlet, fetcher, self._refusal(fetcher, keep_list), shelf)

    def _archive(self, name: str) -> Archive:
        settings = self.settings
        return Archive(archive_folder(settings), name, self.outlet, self.agent, settings.archive_bytes)

    def _wanted(self, links: Sequence[Link], kept: dict[str, Kept]) -> list[str]:
        now, since = datetime.now(UTC), self.wish.since
        fresh = [
            link.url
            for link in links
            if (link.url not in kept or self.wish.refetch) and not (since and link.at and link.at < since)
        ]
        again = [one.url for one in kept.values() if ledger.is_due(one, now) and one.url not in set(fresh)]
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        left = max(0, self.outlet.daily_limit - ledger.tried_since(list(kept.values()), midnight))
        most = min(left, self.wish.limit) if self.wish.limit is not None else left
        return [*fresh, *again][:most]

    def _fetched(
        self, urls: Sequence[str], kept: dict[str, Kept], archive: Archive, keep_list: Keep
    ) -> Iterator[Fetch]:
        """Fetch URLs on as many connections as the outlet allows, archiving each before it is told of."""
        lanes = [urls[number :: self.outlet.connections] for number in range(self.outlet.connections)]
        with ThreadPoolExecutor(len(lanes)) as threads:
            for done in threads.map(
                lambda lane: self._lane(lane, kept, archive, keep_list), [lane for lane in lanes if lane]
            ):
                yield from done

    def _lane(self, urls: Sequence[str], kept: dict[str, Kept], archive: Archive, keep_list: Keep) -> list[Fetch]:
        done = []
        with Fetcher(self.hosts, self._manner()) as fetcher:
            refusal = self._refusal(fetcher, keep_list)
            for url in urls:
                before = kept.get(url)
                known = before.validators() if before is not None and not self.wish.refetch else {}
                fetch = fetcher.fetch(url, known=known, refusal=refusal)
                archive.keep(fetch, before)
                done.append(Fetch(fetch.url, fetch.outcome, (), fetch.reason, fetch.detail))
        return done

    def _refusal(self, fetcher: Fetcher, keep_list: Keep) -> Refusal:
        """Return what gives the outcome of a URL that robots.txt keeps from us, and obeys its Crawl-delay."""

        def robots(url: str) -> Fetch:
            found = fetcher.fetch(url, types=TYPES)
            if found.exchanges:
                keep_list(found, None)
            return found

        def refusal(url: str) -> Fetch | None:
            rules = self.robots.rules(url, robots)
            fetcher.slow_down(rules.delay(self.agent))
            why = rules.refuses(url, self.agent)
            return Fetch(url, "refused", reason="robots", detail=why) if why else None

        return refusal

    def _manner(self) -> Manner:
        outlet = self.outlet
        return Manner(self.agent, outlet.delay, outlet.connections, outlet.local)
