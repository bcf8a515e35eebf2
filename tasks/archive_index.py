"""Where the records of a web archive (WARC) stand, and what of it is lost.

The archive libraries end silently at a cut record and for good at a corrupt one; so the frames are walked here, every
one to its end, and after a damage the walk goes on at the next record that can be found.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase

HEAD_BYTES = 1 << 16
"""Longest header of a record that is looked at."""
BLOCK = 1 << 20
MAGIC = b"\x1f\x8b\x08"
HEAD = re.compile(rb"WARC/1\.\d\r?\n(.*?)\r?\n\r?\n", re.S)
LENGTH = re.compile(rb"^content-length:\s*(\d+)\s*$", re.I | re.M)
RESPONSE = re.compile(rb"^warc-type:\s*response\s*$", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Span:
    """One record, from byte `start` to `stop` of the file as it is on disk."""

    start: int
    stop: int
    response: bool


@dataclass(frozen=True, slots=True)
class Loss:
    """Bytes from `start` that are no whole record, and why."""

    start: int
    why: str


class _DamagedError(Exception):
    """What stands at an offset is no whole record."""


class _SharedError(_DamagedError):
    """A compressed member holds more than one record, so the second cannot be sought."""


def walk(file: BufferedIOBase, size: int, packed: bool, start: int = 0) -> Iterator[Span | Loss]:
    """Yield every record of an archive of `size` bytes from byte `start` in order, and every stretch that is none.

    A `packed` archive is to hold one record a gzip member, as the standard asks for; see `is_shared` for those that
    were packed as a whole.
    """
    offset = start
    measure = _member if packed else _record
    while offset < size:
        try:
            span = measure(file, offset, size)
        except _DamagedError as error:
            yield Loss(offset, str(error))
            offset = _next(file, offset + 1, packed)
        else:
            yield span
            offset = span.stop


def is_shared(file: BufferedIOBase) -> bool:
    """Tell whether the first gzip member holds more than one record, as in an archive packed as a whole."""
    try:
        _member(file, 0, 0)
    except _SharedError:
        return True
    except _DamagedError:
        return False
    return False


def _record(file: BufferedIOBase, offset: int, size: int) -> Span:
    file.seek(offset)
    head, response, length = _header(file.read(HEAD_BYTES))
    stop = offset + head + length
    if stop > size:
        raise _DamagedError(f"the record is cut: {stop - size:,} of {length:,} bytes are missing")
    file.seek(stop)
    gap = file.read(4)
    return Span(offset, stop + len(gap) - len(gap.lstrip(b"\r\n")), response)


def _member(file: BufferedIOBase, offset: int, size: int) -> Span:  # noqa: ARG001 - measured like a plain record
    file.seek(offset)
    engine = zlib.decompressobj(31)
    beginning, unpacked, packed = b"", 0, b""
    while not engine.eof:
        packed = engine.unconsumed_tail or file.read(HEAD_BYTES)
        if not packed:
            raise _DamagedError("the compressed record is cut: the file ends before it")
        try:
            plain = engine.decompress(packed, BLOCK)
        except zlib.error as error:
            raise _DamagedError(f"the compressed record is corrupt: {error}") from None
        beginning += plain[: HEAD_BYTES - len(beginning)]
        unpacked += len(plain)
        _require_single(beginning, unpacked)
    head, response, length = _header(beginning)
    if unpacked < head + length:
        raise _DamagedError(f"the record is cut: {head + length - unpacked:,} of {length:,} bytes are missing")
    return Span(offset, file.tell() - len(engine.unused_data), response)


def _require_single(beginning: bytes, unpacked: int) -> None:
    if HEAD.match(beginning):
        head, _, length = _header(beginning)
        if unpacked > head + length + 4:
            raise _SharedError("more than one record in a compressed member")


def _header(beginning: bytes) -> tuple[int, bool, int]:
    """Return the length of a record's header, whether it is a response, and the length of what follows."""
    if not (head := HEAD.match(beginning)) or not (length := LENGTH.search(head[1].replace(b"\r", b""))):
        raise _DamagedError("no record begins here")
    return head.end(), RESPONSE.search(head[1].replace(b"\r", b"")) is not None, int(length[1])


def _next(file: BufferedIOBase, offset: int, packed: bool) -> int:
    """Return where the next record may begin, at `offset` or after it; the end of the file when none does."""
    mark = MAGIC if packed else b"WARC/1."
    tail = b""
    file.seek(offset)
    while block := file.read(BLOCK):
        window = tail + block
        base = file.tell() - len(window)
        at = window.find(mark)
        while at >= 0:
            if _begins(file, base + at, packed):
                return base + at
            at = window.find(mark, at + 1)
        file.seek(base + len(window))
        tail = window[-len(mark) + 1 :]
    return file.tell()


def _begins(file: BufferedIOBase, offset: int, packed: bool) -> bool:
    file.seek(offset)
    beginning = file.read(HEAD_BYTES)
    if packed:
        try:
            beginning = zlib.decompressobj(31).decompress(beginning, HEAD_BYTES)
        except zlib.error:
            return False
    return HEAD.match(beginning) is not None
