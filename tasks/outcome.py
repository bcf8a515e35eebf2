"""Outcome: what became of one page handed in."""

from dataclasses import dataclass

from extraction.document import Document
from extraction.reading import Reading
from tasks.page import Page
from tasks.rows import DocumentRow


@dataclass(frozen=True, slots=True)
class Success:
    """A page that became a document, with its facts. `seconds` is the time from page to facts."""

    page: Page
    document: Document
    reading: Reading
    seconds: float


@dataclass(frozen=True, slots=True)
class Reread:
    """A stored document that was read anew, with the row it has."""

    row: DocumentRow
    document: Document
    reading: Reading
