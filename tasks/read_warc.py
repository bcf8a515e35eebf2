"""Reading web archives (WARC): the HTML pages among their responses."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from settings import Settings
from tasks import storage
from tasks.admit import admit, oversize
from tasks.archive_index import HEAD_BYTES, Loss, Span, is_shared, walk
from tasks.bookmark import START, Bookmark, bookmark
from tasks.page import Page, Rejection
from tasks.slice import Slice
from tasks.source import Packing, Source
from tasks.unpack import opened, refusal, unpack

PAGES = ("text/html", "application/xhtml+xml")
SLICE_BYTES = 16_000_000
"""Bytes of records on disk in a slice: unpacked they are some five times as many."""


def cut(source: Source, settings: Settings, spool: Path) -> Iterator[Slice | Rejection]:
    """Yield slices of whole records with at most a batch of responses, and a rejection for every damaged stretch.

    An archive in which a run died is cut from where that one had loaded it.
    """
    path, packing, begin = source.path, source.packing, bookmark(source, settings)
    try:
        if packing and _needs_unpacking(source.path):
            path, packing, begin = str(spool / f"{uuid4().hex}.warc"), None, START
            if loss := unpack(source, Path(path)):
                yield loss
        yield from _slices(source, path, packing, settings.batch_size, begin)
    except OSError as error:
        yield refusal(source.uri, error)


def read(piece: Slice, settings: Settings) -> Iterator[Page | Rejection | None]:
    """Yield a page or a rejection for every response that is an HTML page, None for other records."""
    number = piece.first
    try:
        with opened(piece.path, None) as file:
            file.seek(piece.offset)
            records = iter(ArchiveIterator(file, parse_http=False))
            for number in range(piece.first, piece.end):
                record = next(records, None)
                if record is None:
                    yield Rejection(piece.name(number), "broken file", "it was longer when it was first looked at")
                    return
                if number >= piece.begin:
                    yield _page(piece.name(number), record, settings.page_limit)
    except OSError as error:
        yield refusal(piece.name(number), error)


def _needs_unpacking(path: str) -> bool:
    with opened(path, None) as file:
        return is_shared(file)


def _slices(
    source: Source, path: str, packing: Packing | None, step: int, begin: Bookmark
) -> Iterator[Slice | Rejection]:
    run: list[Span] = []
    first, size = begin.first, storage.size(path)
    if not size:
        yield Rejection(source.uri, "empty", "no record in it")
    with opened(path, None) as file:
        for found in walk(file, size, packing is not None, begin.offset):
            if isinstance(found, Span):
                run.append(found)
            if run and (isinstance(found, Loss) or _is_full(run, step)):
                yield _slice(source, path, run, first)
                first, run = first + len(run), []
            if isinstance(found, Loss):
                yield Rejection(source.uri, "broken file", f"at byte {found.start:,}: {found.why}")
    if run:
        yield _slice(source, path, run, first)


def _is_full(run: list[Span], step: int) -> bool:
    return sum(span.response for span in run) >= step or run[-1].stop - run[0].start > SLICE_BYTES


def _slice(source: Source, path: str, run: list[Span], first: int) -> Slice:
    start, stop = run[0].start, run[-1].stop
    return Slice(source.uri, path, "warc", None, start, first, first, first + len(run), stop - start)


def _page(uri: str, record: WarcRecord, limit: int) -> Page | Rejection | None:
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    if record.content_length > limit + HEAD_BYTES:
        return oversize(uri, record.content_length, limit)
    try:
        if record.headers.get("WARC-Block-Digest") and not record.verify_block_digest():
            return Rejection(uri, "broken record", "the bytes are not those that the record's digest was made of")
        record.parse_http(auto_decode="all", strict_mode=False)
        if record.http_headers.status_code != 200 or record.http_content_type not in PAGES:
            return None
        content = _body(record, limit)
    except (OSError, ValueError) as error:
        return Rejection(uri, "broken record", f"no readable HTTP response: {error}")
    url, fetched = record.headers.get("WARC-Target-URI"), record.record_date
    page = Page(uri, content, "html", url=url, charset=record.http_charset, fetched_at=fetched)
    return admit(page, limit)


def _body(record: WarcRecord, limit: int) -> bytes:
    """Return the decoded body, of which at most one byte above the limit is read."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := record.reader.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
