"""Exchange: one request and what came of it, as the archive keeps it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Outcome = Literal["fetched", "unchanged", "gone", "redirected", "refused", "failed"]

Reason = Literal[
    "robots",  # the host's robots.txt keeps it from us, or could not be read
    "forbidden address",  # not on the public internet, another scheme, a password in the URL
    "host rests",  # it failed too often, or asked to be left alone
    "too many redirects",
    "redirect loop",
    "too large",
    "content type",
    "timed out",
    "no connection",  # no such name, refused, broken off, or TLS that cannot be trusted
    "bad response",  # not as HTTP says
    "status",  # an HTTP status that is no page
]

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request that was answered, byte for byte. `body` is as it was sent, before any decoding."""

    url: str
    asked: Headers
    status: int
    phrase: str
    headers: Headers
    body: bytes
    at: datetime

    def header(self, name: str) -> str | None:
        """Return the last value of a header, its name in any case; null where there is none."""
        return next((value for key, value in reversed(self.headers) if key.lower() == name.lower()), None)

    @property
    def content_type(self) -> str:
        """The media type without its parameters, in lower case; empty where none is told."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Fetch:
    """What became of one URL: every exchange up to the last, redirects first; none where nothing was sent."""

    url: str
    outcome: Outcome
    exchanges: tuple[Exchange, ...] = ()
    reason: Reason | None = None
    detail: str = ""
    content: bytes = b""
    """The body of the last exchange, decoded; empty unless it was fetched."""

    @property
    def last(self) -> Exchange | None:
        """The exchange that decided."""
        return self.exchanges[-1] if self.exchanges else None
