"""Draft: what the cleaners hand to `tasks.clean`, and RefusedError: why they hand none."""

from dataclasses import dataclass
from datetime import datetime

from extraction.document import Precision
from tasks.page import Reason


class RefusedError(Exception):
    """A page that cannot become a document; `reason` is one of the closed list, `detail` says it for a reader."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Published:
    """When a page says it was published, in UTC; `precision` tells how much of it the page supports."""

    at: datetime
    precision: Precision


@dataclass(frozen=True, slots=True)
class Draft:
    """The clean text of a page and what the page says of itself; null where it says nothing."""

    paragraphs: tuple[str, ...]
    cleaned_by: str
    title: str | None = None
    author: str | None = None
    site: str | None = None
    canonical_url: str | None = None
    published: Published | None = None
    language: str | None = None
    """As declared: two letters, lower case."""
