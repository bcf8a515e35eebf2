"""Fetch: one URL asked for politely and safely, up to the last redirect. Every outcome has a name."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Self

import httpcore
import httpx

from tasks.web.exchange import Exchange, Fetch
from tasks.web.guard import Deadline, ForbiddenError, GuardedTransport, OverdueError, require_allowed
from tasks.web.response import decided, may_pass, received, retry_after
from tasks.web.turn import Hosts, RestingError

PAGES = frozenset({"text/html", "application/xhtml+xml"})
LISTS = frozenset(
    {
        "application/atom+xml",
        "application/feed+json",
        "application/gzip",
        "application/json",
        "application/rdf+xml",
        "application/rss+xml",
        "application/x-gzip",
        "application/xml",
        "text/plain",
        "text/xml",
        *PAGES,
    }
)
"""Types of what lists pages: feeds, sitemaps, sections."""
MOST_REDIRECTS = 10
CONNECT_SECONDS, READ_SECONDS = 10.0, 20.0
TRIES = 3
CODINGS = "gzip"
"""What is asked for. Brotli is read where it comes, but warcio 1.8 cannot read it back from an archive."""
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"


Refusal = Callable[[str], Fetch | None]
"""Takes a URL, gives the outcome where it must not be asked for."""


def _free(_: str) -> None:
    """Refuse nothing."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an outlet's hosts are asked. Seconds; `local` is for outlets on this machine's networks alone."""

    agent: str
    delay: float
    connections: int = 1
    local: bool = False
    whole_seconds: float = 60.0
    """Longest time from the first byte sent to the last received."""
    back_off: float = 2.0
    """Before the second try; twice as long before the next, and up to as long again by chance."""


class Fetcher:
    """Asks for one URL at a time: not to be shared by threads. Use it in a `with` block."""

    def __init__(self, hosts: Hosts, manner: Manner) -> None:
        self._hosts, self._manner, self._deadline = hosts, manner, Deadline()
        self._delay = manner.delay
        self._client = httpx.Client(
            transport=GuardedTransport(self._deadline, local=manner.local),
            headers={"User-Agent": manner.agent, "Accept": _ACCEPT, "Accept-Encoding": CODINGS},
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            trust_env=False,
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def slow_down(self, delay: float) -> None:
        """Leave at least so many seconds between requests from now on, where the outlet's own delay is shorter."""
        self._delay = max(self._manner.delay, delay)

    def fetch(
        self,
        url: str,
        *,
        types: frozenset[str] = PAGES,
        known: Mapping[str, str] | None = None,
        refusal: Refusal = _free,
    ) -> Fetch:
        """Return what becomes of a URL, with all that was answered on the way.

        `known` holds validators of what is kept of it (If-None-Match and so on); `refusal` is asked about it, and about
        each URL that it redirects to. A failure that may pass (no connection, a time-out, a server's fault) is tried
        again, each time after a longer wait; none raises.
        """
        told: tuple[Exchange, ...] = ()
        for attempt in range(TRIES):
            if attempt:
                time.sleep(self._manner.back_off * 2 ** (attempt - 1) * (1 + random.random()))
            found = self._once(url, types, known or {}, refusal)
            told += found.exchanges
            if not may_pass(found):
                break
        return replace(found, exchanges=told)

    def _once(self, url: str, types: frozenset[str], known: Mapping[str, str], refusal: Refusal) -> Fetch:
        told: list[Exchange] = []
        at = url
        for _ in range(MOST_REDIRECTS + 1):
            if refused := refusal(at):
                return replace(refused, url=url, exchanges=tuple(told))
            hop = self._hop(at, known if at == url else {})
            if hop.last is None or hop.outcome != "redirected":
                return decided(replace(hop, url=url, exchanges=(*told, *hop.exchanges)), types)
            told.append(hop.last)
            at = str(httpx.URL(at).join(hop.last.header("location") or ""))
            if any(exchange.url == at for exchange in told):
                return Fetch(url, "failed", tuple(told), "redirect loop", f"back to {at}")
        return Fetch(url, "failed", tuple(told), "too many redirects", f"more than {MOST_REDIRECTS}")

    def _hop(self, url: str, known: Mapping[str, str]) -> Fetch:
        try:
            parsed = httpx.URL(url)
            require_allowed(parsed)
            host = parsed.host
            with self._hosts.turn(host, self._delay, self._manner.connections):
                self._deadline.at = time.monotonic() + self._manner.whole_seconds
                found = self._asked(url, known)
            self._remember(host, found)
        except (ForbiddenError, httpx.InvalidURL) as error:
            return Fetch(url, "refused", reason="forbidden address", detail=str(error))
        except RestingError as error:
            return Fetch(url, "refused", reason="host rests", detail=str(error))
        return found

    def _asked(self, url: str, known: Mapping[str, str]) -> Fetch:
        try:
            with self._client.stream("GET", url, headers=dict(known)) as response:
                return received(url, response)
        except (OverdueError, httpcore.TimeoutException, httpx.TimeoutException) as error:
            return Fetch(url, "failed", reason="timed out", detail=str(error) or "no answer in time")
        except (httpcore.NetworkError, httpx.NetworkError, OSError) as error:
            return Fetch(url, "failed", reason="no connection", detail=str(error))
        except (httpcore.ProtocolError, httpx.HTTPError, ValueError) as error:
            return Fetch(url, "failed", reason="bad response", detail=str(error))

    def _remember(self, host: str, found: Fetch) -> None:
        status = found.last.status if found.last else 0
        if found.reason in ("timed out", "no connection", "bad response") or status == 429 or status >= 500:
            self._hosts.failed(host, retry_after(found.last))
        else:
            self._hosts.succeeded(host)
