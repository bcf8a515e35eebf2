"""Admission: what any carrier's page must be before it is cleaned."""

from tasks.decode import is_text
from tasks.page import Page, Rejection


def oversize(uri: str, size: int | None, limit: int) -> Rejection:
    """Return the rejection of a page above the limit; `size` in bytes, None where reading stopped at the limit."""
    return Rejection(uri, "too large", f"{f'{size:,}' if size else 'more'} bytes, the limit is {limit:,}")


def admit(page: Page, limit: int) -> Page | Rejection:
    """Return the page, or why it cannot be one: too large, empty, or not text."""
    if len(page.content) > limit:
        return oversize(page.source_uri, None, limit)
    if not page.content.strip(b" \t\r\n\f\0\xef\xbb\xbf"):
        return Rejection(page.source_uri, "empty", f"{len(page.content)} bytes")
    if not is_text(page.content, page.charset):
        return Rejection(page.source_uri, "not text", "control bytes or the signature of a binary format")
    return page
