"""Reading JSONL: one record a line. A compressed file is unpacked a batch at a time, since it cannot be sought."""

import json
from collections.abc import Iterator
from io import BufferedIOBase
from itertools import chain, islice
from pathlib import Path
from uuid import uuid4

from settings import Settings
from tasks import record
from tasks.admit import oversize
from tasks.page import Page, Rejection
from tasks.slice import Slice
from tasks.source import Source
from tasks.unpack import DAMAGE, opened, refusal, store

ESCAPED = 6
"""Bytes that JSON may need for one byte of a page (`\\u001f`): a line longer than so many limits is not loaded."""
SLICE_BYTES = 64_000_000
"""Bytes of lines in a slice, so that a batch of large pages stays small in memory."""

Line = tuple[bytes | None, int]
"""A line and its length in bytes; None for a line above the limit."""


def cut(source: Source, settings: Settings, spool: Path) -> Iterator[Slice | Rejection]:
    """Yield slices of at most a batch of lines, then what was lost: lines too long to unpack, and a cut file's end."""
    losses: list[Rejection] = []
    size = 0
    try:
        with opened(source.path, source.packing) as stream:
            found = lines(stream, _longest(settings))
            if source.packing:
                found = _unpacked(found, source, settings, losses)
            for piece in _slices(source, found, settings, spool):
                size += piece.size
                yield piece
    except OSError as error:
        losses.append(refusal(source.uri, error))
    if not size and not losses:
        losses.append(Rejection(source.uri, "empty", "no line in it"))
    yield from losses


def read(piece: Slice, settings: Settings) -> Iterator[Page | Rejection | None]:
    """Yield a page or a rejection for every line, None for a blank one."""
    try:
        with opened(piece.path, None) as stream:
            stream.seek(piece.offset)
            found = islice(lines(stream, _longest(settings)), piece.begin - piece.first, piece.end - piece.first)
            for number, (line, size) in enumerate(found, piece.begin):
                yield _page(piece.name(number), line, size, settings)
    except OSError as error:
        yield refusal(piece.uri, error)


def lines(stream: BufferedIOBase, limit: int) -> Iterator[Line]:
    """Yield every line of a stream; one above the limit is passed over in blocks and never held whole."""
    while line := stream.readline(limit + 1):
        size = len(line)
        if size <= limit:
            yield line, size
            continue
        while not line.endswith(b"\n") and (line := stream.readline(1 << 20)):
            size += len(line)
        yield None, size


def _longest(settings: Settings) -> int:
    return ESCAPED * settings.page_limit


def _unpacked(found: Iterator[Line], source: Source, settings: Settings, losses: list[Rejection]) -> Iterator[Line]:
    """Yield the lines up to where the compression ends early; a line that is too long is left blank."""
    number = total = 0
    try:
        for number, (line, size) in enumerate(found, 1):
            if line is None:
                losses.append(oversize(f"{source.uri}#{number}", size, settings.page_limit))
            yield (line or b"\n"), size
            total += size
    except (*DAMAGE, OSError) as error:
        losses.append(refusal(source.uri, error, f" after line {number}, {total} unpacked bytes"))


def _slices(source: Source, found: Iterator[Line], settings: Settings, spool: Path) -> Iterator[Slice]:
    first, offset = 1, 0
    for head in found:
        group = _group(chain([head], islice(found, settings.batch_size - 1)))
        path = str(spool / f"{uuid4().hex}.jsonl") if source.packing else source.path
        count, size = _write(group, Path(path)) if source.packing else _measure(group)
        end, packed = first + count, source.packing is not None
        yield Slice(source.uri, path, "jsonl", None, 0 if packed else offset, first, first, end, size, packed)
        first, offset = end, offset + size


def _group(found: Iterator[Line]) -> Iterator[Line]:
    total = 0
    for line, size in found:
        yield line, size
        total += size
        if total > SLICE_BYTES:
            return


def _measure(group: Iterator[Line]) -> tuple[int, int]:
    sizes = [size for _, size in group]
    return len(sizes), sum(sizes)


def _write(group: Iterator[Line], path: Path) -> tuple[int, int]:
    sizes: list[int] = []

    def blocks() -> Iterator[bytes]:
        for line, size in group:
            sizes.append(size)
            yield line or b"\n"

    store(blocks(), path)
    return len(sizes), sum(sizes)


def _page(uri: str, line: bytes | None, size: int, settings: Settings) -> Page | Rejection | None:
    if line is None:
        return oversize(uri, size, settings.page_limit)
    if not line.strip():
        return None
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Rejection(uri, "broken record", f"not JSON: {error}")
    if not isinstance(value, dict):
        return Rejection(uri, "broken record", "not a JSON object")
    return record.page(uri, value, settings)
