"""Outcome: what became of one page handed in."""

from dataclasses import dataclass

from extraction.document import Document
from extraction.reading import Reading
from tasks.page import Page


@dataclass(frozen=True, slots=True)
class Success:
    """A page that became a document, with its facts. `seconds` is the time from page to facts."""

    page: Page
    document: Document
    reading: Reading
    seconds: float
