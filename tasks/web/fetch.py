"""Fetch: one URL asked for politely and safely, up to the last redirect. Every outcome has a name."""

import random
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

import httpcore
import httpx

from tasks.web.exchange import Exchange, Fetch, Reason
from tasks.web.guard import Deadline, ForbiddenError, GuardedTransport, OverdueError, require_allowed
from tasks.web.inflate import Inflater, SwollenError
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
MOST_BYTES = 10_000_000
MOST_RATIO = 200
"""Times that a body may grow when it is decoded; real pages stay below 30."""
MOST_REDIRECTS = 10
CONNECT_SECONDS, READ_SECONDS = 10.0, 20.0
TRIES = 3
CODINGS = "gzip"
"""What is asked for. Brotli is read where it comes, but warcio 1.8 cannot read it back from an archive."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"


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

    def fetch(self, url: str, *, types: frozenset[str] = PAGES, known: Mapping[str, str] | None = None) -> Fetch:
        """Return what becomes of a URL. `known` holds validators of what is kept of it (If-None-Match and so on).

        A failure that may pass (no connection, a time-out, a server's fault) is tried again, each time after a longer
        wait; none raises.
        """
        for attempt in range(TRIES):
            if attempt:
                time.sleep(self._manner.back_off * 2 ** (attempt - 1) * (1 + random.random()))
            found = self._once(url, types, known or {})
            if not _may_pass(found):
                break
        return found

    def _once(self, url: str, types: frozenset[str], known: Mapping[str, str]) -> Fetch:
        told: list[Exchange] = []
        at = url
        for _ in range(MOST_REDIRECTS + 1):
            hop = self._hop(at, known if at == url else {})
            if hop.last is None or hop.outcome != "redirected":
                return _decided(replace(hop, url=url, exchanges=(*told, *hop.exchanges)), types)
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
                return _received(url, response)
        except (OverdueError, httpcore.TimeoutException, httpx.TimeoutException) as error:
            return Fetch(url, "failed", reason="timed out", detail=str(error) or "no answer in time")
        except (httpcore.NetworkError, httpx.NetworkError, OSError) as error:
            return Fetch(url, "failed", reason="no connection", detail=str(error))
        except (httpcore.ProtocolError, httpx.HTTPError, ValueError) as error:
            return Fetch(url, "failed", reason="bad response", detail=str(error))

    def _remember(self, host: str, found: Fetch) -> None:
        status = found.last.status if found.last else 0
        if found.reason in ("timed out", "no connection", "bad response") or status == 429 or status >= 500:
            self._hosts.failed(host, _retry_after(found.last))
        else:
            self._hosts.succeeded(host)


def _received(url: str, response: httpx.Response) -> Fetch:
    """Read a response, decoding as it comes so that nothing swells unseen; what is kept is as it was sent."""
    sent, content = bytearray(), bytearray()
    inflater = Inflater(response.headers.get("content-encoding", ""), MOST_BYTES, MOST_RATIO)
    swollen = ""
    try:
        for piece in response.iter_raw():
            sent += piece
            content += inflater.add(piece)
            if len(sent) > MOST_BYTES:
                raise SwollenError(f"more than {MOST_BYTES:,} bytes")  # noqa: TRY301 as it would be from the inflater
    except SwollenError as error:
        swollen = str(error)
    headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers.raw)
    body = b"" if swollen else bytes(sent)
    asked = tuple(response.request.headers.items())
    exchange = Exchange(url, asked, response.status_code, response.reason_phrase, headers, body, datetime.now(UTC))
    if swollen:
        return Fetch(url, "failed", (exchange,), "too large", swollen)
    if exchange.status in _REDIRECTS and exchange.header("location"):
        return Fetch(url, "redirected", (exchange,))
    return Fetch(url, "fetched", (exchange,), content=bytes(content))


def _decided(found: Fetch, types: frozenset[str]) -> Fetch:
    """Return the outcome of the last exchange by its status and type."""
    last = found.last
    if last is None or found.outcome != "fetched":
        return found
    if last.status == 304:
        return replace(found, outcome="unchanged", content=b"")
    if last.status in _GONE:
        return replace(found, outcome="gone", reason="status", detail=f"HTTP {last.status}", content=b"")
    if last.status != 200:
        detail = f"HTTP {last.status} {last.phrase}".rstrip()
        return replace(found, outcome="failed", reason="status", detail=detail, content=b"")
    if last.content_type not in types:
        told = last.content_type or "none told"
        return replace(found, outcome="failed", reason="content type", detail=told, content=b"")
    return found


_PASSING: frozenset[Reason] = frozenset({"timed out", "no connection", "bad response"})


def _may_pass(found: Fetch) -> bool:
    status = found.last.status if found.last else 0
    return found.outcome == "failed" and (found.reason in _PASSING or status == 429 or status >= 500)


def _retry_after(exchange: Exchange | None) -> float | None:
    """Return for how many seconds a host asks to be left alone; null where it does not say so in a known form."""
    told = exchange.header("retry-after") if exchange is not None else None
    if told is None:
        return None
    try:
        seconds = float(told) if told.isdecimal() else parsedate_to_datetime(told).timestamp() - time.time()
    except (ValueError, TypeError):
        return None
    return max(seconds, 0.0)
