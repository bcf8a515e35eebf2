"""Clean: from a page to a document, or to the reason why it is none."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urlsplit
from uuid import uuid5

from extraction.document import Document
from tasks.decode import decode
from tasks.draft import Draft, Published, RefusedError
from tasks.furniture import Furniture
from tasks.language import require_english
from tasks.page import NAMESPACE, Page, Rejection

_WORDS = 5
"""Fewer words than this tell nothing."""


def clean(page: Page, furniture: Furniture) -> Document | Rejection:
    """Return the document of a page, or a rejection that names why it is none.

    `furniture` is what `tasks.furniture.survey` found on the text pages of the run. What the carrier says of a page
    (title, site, date, language) comes before what the page says of itself.
    """
    text = decode(page)
    if isinstance(text, Rejection):
        return replace(text, page_id=page.page_id)
    try:
        draft = _draft(page, text, furniture)
        language = require_english("\n".join(draft.paragraphs), draft.language)
    except RefusedError as refusal:
        return Rejection(page.source_uri, refusal.reason, refusal.detail, page.page_id)
    return _document(page, draft, language)


def _draft(page: Page, text: str, furniture: Furniture) -> Draft:
    if page.format == "html":
        from tasks.clean_html import clean_html

        draft = clean_html(page, text)
    else:
        from tasks.clean_text import clean_text

        draft = clean_text(page, text, furniture)
    if sum(len(paragraph.split()) for paragraph in draft.paragraphs) < _WORDS:
        raise RefusedError("no article text", "nothing but furniture, or fewer than five words")
    return draft


def _document(page: Page, draft: Draft, language: str) -> Document:
    text = "\n\n".join(draft.paragraphs)
    digest = sha256(text.encode("utf-8")).hexdigest()
    published = _carried(page.published_at) or draft.published
    return Document(
        document_id=uuid5(NAMESPACE, f"{page.locator} {digest}"),
        page_id=page.page_id,
        source_uri=page.source_uri,
        url=page.url,
        canonical_url=draft.canonical_url,
        site=draft.site or _host(draft.canonical_url or page.url),
        title=draft.title,
        author=draft.author,
        published_at=published.at if published else None,
        published_precision=published.precision if published else "unknown",
        language=language,
        text=text,
        text_digest=digest,
        fetched_at=page.fetched_at,
        cleaned_by=draft.cleaned_by,
    )


def _carried(at: datetime | None) -> Published | None:
    """Return the carrier's date: exact with a zone, else good for its day."""
    if at is None:
        return None
    if at.tzinfo is None:
        return Published(at.replace(tzinfo=UTC), "day")
    return Published(at.astimezone(UTC), "second")


def _host(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None
