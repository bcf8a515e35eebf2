"""Document: the clean text of one page with its metadata, as the extractor reads it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

Precision = Literal["second", "day", "month", "year", "unknown"]


class Document(BaseModel):
    """The clean text of one page and what is known of it.

    `text` holds the standfirst and the body as paragraphs joined by a blank line, in the order of the page, and
    never the title: offsets of evidence index into `text`. `title` is a single line.
    """

    model_config = ConfigDict(frozen=True)

    document_id: UUID
    page_id: UUID
    source_uri: str
    """The file or URL as handed in; `file#record` for a record inside a file."""
    url: str | None = None
    canonical_url: str | None = None
    site: str | None = None
    title: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    """In UTC; null where the page does not say it."""
    published_precision: Precision = "unknown"
    language: str = "en"
    text: str
    text_digest: str
    """Hex SHA-256 of `text` in UTF-8."""
    fetched_at: datetime | None = None
    cleaned_by: str
    """The cleaner's path and version, such as `html/trafilatura-2.3.1`."""
