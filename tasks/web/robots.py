"""Robots: what a host's robots.txt allows, by RFC 9309, remembered for a day."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from protego import Protego

from tasks.web.exchange import Fetch

DAY = 86_400.0
AGAIN = 900.0
"""Seconds after which a robots.txt that could not be read is asked for again."""
MOST_BYTES = 512_000
"""What is read of a robots.txt: the RFC asks for at least 500 KiB."""
TYPES = frozenset({"text/plain", "text/html", "text/x-robots", "application/octet-stream", ""})
MOST_DELAY = 120.0
"""Longest Crawl-delay that is obeyed to the letter; a host that asks for more is asked this seldom."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host. `closed`: its robots.txt could not be read, so all of it is off limits for now."""

    text: str = ""
    closed: str = ""
    at: float = 0.0

    def refuses(self, url: str, agent: str) -> str | None:
        """Return why a URL must not be fetched; null where it may be."""
        if self.closed:
            return f"robots.txt could not be read: {self.closed}"
        return None if _parsed(self.text).can_fetch(url, agent) else "robots.txt keeps it from us"

    def delay(self, agent: str) -> float:
        """Return its Crawl-delay in seconds; 0 where it has none."""
        return min(float(_parsed(self.text).crawl_delay(agent) or 0.0), MOST_DELAY)

    @property
    def is_stale(self) -> bool:
        """Whether it is time to ask again."""
        return time.time() - self.at > (AGAIN if self.closed else DAY)


class Robots:
    """The rules of the hosts of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Rules] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def rules(self, url: str, fetch: Callable[[str], Fetch]) -> Rules:
        """Return the rules for a URL's host, asked for with `fetch` where those kept are older than a day.

        A host that must not be reached has none: what is asked of it is refused for that.
        """
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        path = self._folder / f"{sha256(origin.encode()).hexdigest()[:32]}.json"
        kept = self._read.get(origin) or _kept(path)
        if kept is not None and not kept.is_stale:
            self._read[origin] = kept
            return kept
        found = fetch(f"{origin}/robots.txt")
        if found.reason == "forbidden address":
            return Rules()
        rules = _rules(found)
        draft = path.with_suffix(f".{time.time_ns()}")
        draft.write_text(json.dumps({"origin": origin, "text": rules.text, "closed": rules.closed, "at": rules.at}))
        draft.replace(path)
        self._read[origin] = rules
        return rules


def _rules(found: Fetch) -> Rules:
    """Client errors leave all open, server errors and silence close all (RFC 9309, 2.3.1)."""
    now, last = time.time(), found.last
    if found.outcome == "fetched":
        return Rules(found.content[:MOST_BYTES].decode("utf-8", "replace"), at=now)
    if last is not None and 400 <= last.status < 500 and last.status != 429:
        return Rules(at=now)
    if found.reason in ("content type", "too many redirects", "redirect loop", "too large"):
        return Rules(at=now)
    return Rules(closed=found.detail or str(found.reason), at=now)


@lru_cache(256)
def _parsed(text: str) -> Protego:
    return Protego.parse(text)


def _kept(path: Path) -> Rules | None:
    try:
        told = json.loads(path.read_text())
        return Rules(told["text"], told["closed"], told["at"])
    except (OSError, ValueError, KeyError):
        return None
