"""Shelf: a page found again in the archive."""

from dataclasses import dataclass
from datetime import datetime

from settings import Settings
from tasks import statement
from tasks.errors import UserError
from tasks.warehouse import reading
from tasks.web.archive import archive_folder, record_at


@dataclass(frozen=True, slots=True)
class Archived:
    """A page as it was fetched: its bytes without their content coding, and the digest of those that were sent."""

    url: str
    at: datetime
    digest: str
    content: bytes


def archived(wanted: str, settings: Settings) -> Archived:
    """Return the latest archived page of a URL, or the one that a document was made from.

    Raises:
        UserError: nothing is archived of it, or its archive is not where it was written.
    """
    with reading(settings) as con:
        rows = con.execute(statement.text("queries", "fetches_find"), {"wanted": wanted}).fetchall()
        ingested = con.execute(statement.text("queries", "page_ingested"), {"wanted": wanted}).fetchall()
    if not rows and ingested:
        raise UserError(f"{wanted} was read from {ingested[0][0]} and never fetched: its page is that file")
    if not rows:
        raise UserError(f"nothing is archived of {wanted}: it must be a URL that was fetched, or the id of a document")
    url, at, digest, file, offset, length = rows[0]
    path = archive_folder(settings) / file
    try:
        record = record_at(path, offset, length)
    except (OSError, StopIteration):
        raise UserError(f"{path} does not hold the page any more: was the archive moved?") from None
    return Archived(url, at, digest, record.reader.read())
