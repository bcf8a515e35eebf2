"""Response: what an answer comes to, read within bounds; and whether another try, or a rest, is called for."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from tasks.web.exchange import Exchange, Fetch, Reason
from tasks.web.inflate import Inflater, SwollenError

MOST_BYTES = 10_000_000
MOST_RATIO = 200
"""Times that a body may grow when it is decoded; real pages stay below 30."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})


def received(url: str, response: httpx.Response) -> Fetch:
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


def decided(found: Fetch, types: frozenset[str]) -> Fetch:
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


def may_pass(found: Fetch) -> bool:
    """Tell whether a failure is one that another try may mend."""
    status = found.last.status if found.last else 0
    return found.outcome == "failed" and (found.reason in _PASSING or status == 429 or status >= 500)


def retry_after(exchange: Exchange | None) -> float | None:
    """Return for how many seconds a host asks to be left alone; null where it does not say so in a known form."""
    told = exchange.header("retry-after") if exchange is not None else None
    if told is None:
        return None
    try:
        seconds = float(told) if told.isdecimal() else parsedate_to_datetime(told).timestamp() - time.time()
    except (ValueError, TypeError):
        return None
    return max(seconds, 0.0)
