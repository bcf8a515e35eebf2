"""Ledger: what the warehouse knows of the URLs that were tried, and what an archive adds to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import uuid5

import polars as pl

from settings import Settings
from tasks import statement
from tasks.frame import Stream
from tasks.identifier import Id
from tasks.page import NAMESPACE
from tasks.stage import schema
from tasks.warehouse import published_path, reading, writing
from tasks.web.archive import archive_folder, lists_of, pending, records
from tasks.web.outlet import Outlet
from tasks.web.warc import Kept

AGAIN_AFTER = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=7))
"""Ages at which an article is looked at again, in case it was changed or withdrawn."""


class FetchRow(NamedTuple):
    """A row of `fetches`."""

    fetch_id: Id
    url: str
    page_url: str | None
    outlet: str
    outcome: str
    reason: str | None
    detail: str | None
    status: int | None
    content_type: str | None
    etag: str | None
    last_modified: str | None
    digest: str | None
    file: str
    file_offset: int | None
    file_length: int | None
    licence: str
    at: datetime
    is_list: bool


def known(settings: Settings, outlet: Outlet) -> dict[str, Kept]:
    """Return what is known of the pages of an outlet: to the published warehouse, and to archives not taken in yet."""
    found = published(settings, outlet, lists=False)
    for archive in pending(archive_folder(settings), outlet.name):
        for row in rows(archive, outlet):
            found[row.url] = _with(row, found.get(row.url))
    return found


def published(settings: Settings, outlet: Outlet, *, lists: bool) -> dict[str, Kept]:
    """Return what the published warehouse knows of the pages of an outlet, or of its lists."""
    if not published_path(settings).exists():
        return {}
    with reading(settings) as con:
        chosen = {"outlet": outlet.name, "is_list": lists}
        return {
            row[0]: Kept(*row) for row in con.execute(statement.text("queries", "fetches_known"), chosen).fetchall()
        }


def _with(row: FetchRow, kept: Kept | None) -> Kept:
    first_at = kept.first_at if kept is not None else row.at
    if row.outcome == "fetched" or kept is None:
        brought = row.at if row.outcome == "fetched" else None
        return Kept(row.url, first_at, row.at, row.outcome, row.etag, row.last_modified, row.digest, brought)
    return replace(kept, last_at=row.at, outcome=row.outcome)


def tried_since(kept: Sequence[Kept], moment: datetime) -> int:
    """Return how many URLs were last tried at `moment` or later."""
    return sum(one.last_at >= moment for one in kept)


def is_due(kept: Kept, now: datetime) -> bool:
    """Tell whether a URL is to be asked for again: a young article at set ages, a failure that may have passed."""
    if kept.outcome in ("failed", "refused"):
        return now - kept.last_at >= AGAIN_AFTER[0] and now - kept.first_at <= AGAIN_AFTER[-1]
    return any(kept.last_at < kept.first_at + age <= now for age in AGAIN_AFTER) and kept.outcome != "gone"


def rows(archive: Path, outlet: Outlet) -> Iterator[FetchRow]:
    """Yield a row for each URL whose outcome an archive holds."""
    is_list = archive.name.startswith(f"{lists_of(outlet)}-")
    for fields, record, offset, length in records(archive):
        head = record.http_headers if record is not None else None
        at = datetime.fromisoformat(fields["at"]).astimezone(UTC)
        yield FetchRow(
            fetch_id=Id(str(uuid5(NAMESPACE, f"{fields['url']} {at.isoformat()}"))),
            url=fields["url"],
            page_url=record.headers["WARC-Target-URI"] if record is not None else None,
            outlet=outlet.name,
            outcome=fields["outcome"],
            reason=fields.get("reason"),
            detail=fields.get("detail"),
            status=head.status_code if head is not None else None,
            content_type=record.http_content_type if record is not None else None,
            etag=head.get("ETag") if head is not None else None,
            last_modified=head.get("Last-Modified") if head is not None else None,
            digest=record.headers.get("WARC-Payload-Digest") if record is not None else None,
            file=archive.name,
            file_offset=offset if length else None,
            file_length=length or None,
            licence=outlet.licence,
            at=at,
            is_list=is_list,
        )


def is_news(found: Sequence[FetchRow], outlets: Sequence[Outlet], settings: Settings) -> bool:
    """Tell whether rows bring validators of lists that are younger than those in the published copy."""
    known = {url: kept.kept_at for outlet in outlets for url, kept in published(settings, outlet, lists=True).items()}
    fresh = (row for row in found if row.is_list and row.outcome == "fetched" and (row.etag or row.last_modified))
    return any((kept_at := known.get(row.url)) is None or row.at > kept_at for row in fresh)


def record(found: Sequence[FetchRow], settings: Settings) -> int:
    """Add rows to `fetches` that are not there, and return how many.

    Raises:
        UserError: another process holds the work database for too long.
    """
    columns = list(zip(*found, strict=True)) or [()] * len(FetchRow._fields)
    named = zip(schema(FetchRow).items(), columns, strict=True)
    frame = pl.DataFrame([pl.Series(name, column, dtype) for (name, dtype), column in named])
    with writing(settings) as con:
        con.register("found", Stream(frame))
        added = con.execute(statement.text("queries", "fetches_record")).fetchall()
        return int(added[0][0])
