"""Reading a file that is one page."""

from collections.abc import Iterator
from pathlib import Path

from settings import Settings
from tasks import storage
from tasks.admit import admit, oversize
from tasks.page import Page, Rejection
from tasks.slice import Slice
from tasks.source import Source
from tasks.unpack import DAMAGE, opened, refusal


def cut(source: Source, settings: Settings, spool: Path) -> Iterator[Slice | Rejection]:  # noqa: ARG001 - cut like an archive
    """Yield the one slice of a file that is a page."""
    try:
        size = min(storage.size(source.path), settings.page_limit)
    except OSError as error:
        yield refusal(source.uri, error)
    else:
        yield Slice(source.uri, source.path, source.carrier, source.packing, size=size)


def read(piece: Slice, settings: Settings) -> Iterator[Page | Rejection | None]:
    """Yield the page, of which never more than one byte above the limit is read."""
    limit = settings.page_limit
    try:
        size = storage.size(piece.path)
        if size > limit and piece.packing is None:
            yield oversize(piece.uri, size, limit)
            return
        with opened(piece.path, piece.packing) as stream:
            content = stream.read(limit + 1)
    except (*DAMAGE, OSError) as error:
        yield refusal(piece.uri, error)
    else:
        yield admit(Page(piece.uri, content, "text" if piece.carrier == "text" else "html"), limit)
