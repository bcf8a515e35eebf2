"""Page: the raw bytes as handed in, and Rejection: why a page did not become a document."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Literal
from uuid import UUID, uuid5

NAMESPACE = UUID("6f1c2f0e-5d0b-5c3a-9a8f-2f6d0c1b7e55")
"""Namespace of every id that Sitrep makes from content (UUIDv5)."""

Format = Literal["html", "text"]

Reason = Literal[
    "empty",
    "not text",
    "too large",
    "broken encoding",
    "broken file",  # a container cut or corrupt: what could be read was read
    "broken record",  # one record of a container is not as its format says
    "unreadable",  # vanished, or no permission
    "unsupported format",
    "too deep",
    "too slow",  # killed after the time limit of a page
    "crashed",  # its worker died on it
    "listing page",
    "no article text",
    "language not supported",
    "duplicate",
]


@dataclass(frozen=True)
class Page:
    """One page as handed in: bytes of HTML or of plain text, and what the carrier says of it."""

    source_uri: str
    content: bytes
    format: Format
    url: str | None = None
    title: str | None = None
    site: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    charset: str | None = None
    """As the carrier (HTTP header) declares it."""
    fetched_at: datetime | None = None

    @property
    def locator(self) -> str:
        """What stays the same when the page changes: its URL, else where it was handed in."""
        return self.url or self.source_uri

    @cached_property
    def content_digest(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return sha256(self.content).hexdigest()

    @cached_property
    def page_id(self) -> UUID:
        """Id of this very content at this locator."""
        return uuid5(NAMESPACE, f"{self.locator} {self.content_digest}")


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that did not become a document, and why; `detail` says it for a reader."""

    source_uri: str
    reason: Reason
    detail: str = ""
    page_id: UUID | None = None
    """Of a page that could be read: the same page is then not tried again. Null where no page came about."""
