"""Unpack: compressed files read with bounds, so that a small file cannot grow without end."""

import gzip
import io
import stat
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BufferedIOBase
from pathlib import Path

import zstandard

from tasks import storage
from tasks.errors import UserError
from tasks.page import Rejection
from tasks.source import Packing, Source

DAMAGE = (EOFError, zlib.error, zstandard.ZstdError, gzip.BadGzipFile)
"""What reading a cut or corrupt compressed file raises."""
EXPANSION = 200
"""Times its size that a whole archive may grow when unpacked to disk: pages and their archives stay below 50."""
BLOCK = 1 << 20


class _ZstdStream(io.RawIOBase):
    """Zstandard frames as a stream. The library's own reader ends silently where the last frame is cut."""

    def __init__(self, raw: BufferedIOBase) -> None:
        super().__init__()
        self._raw = raw
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = b""
        self._plain = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._plain:
            self._packed = self._packed or self._raw.read(1024)  # one byte may become 32,768
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("compressed file ended before its end-of-frame marker")
                return 0
            self._frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
            self._plain = self._frame.decompress(self._packed)
            self._packed = self._frame.unused_data if self._frame.eof else b""
            self._frame = None if self._frame.eof else self._frame
        count = min(len(buffer), len(self._plain))
        buffer[:count], self._plain = self._plain[:count], self._plain[count:]
        return count


def _raw(path: str) -> AbstractContextManager[BufferedIOBase]:
    if storage.is_far(path):
        return storage.opened(path)
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise OSError(f"not a regular file: {path}")
    return Path(path).open("rb")


@contextmanager
def opened(path: str, packing: Packing | None) -> Iterator[BufferedIOBase]:
    """Open a regular file for reading its unpacked bytes.

    Raises:
        OSError: the file is gone, may not be read, or is a pipe or a device, which could wait for ever.
    """
    with _raw(path) as raw:
        if packing == "gz":
            with gzip.GzipFile(fileobj=raw, mode="rb") as stream:
                yield stream
        elif packing == "zst":
            with io.BufferedReader(_ZstdStream(raw), 1 << 16) as buffered:
                yield buffered
        else:
            yield raw


def refusal(uri: str, error: Exception, at: str = "") -> Rejection:
    """Return the rejection for what was raised while a file was read; `at` says how far reading came."""
    if isinstance(error, DAMAGE):
        return Rejection(uri, "broken file", f"cut or corrupt compression{at}: {error}")
    if isinstance(error, OSError) and error.strerror:
        return Rejection(uri, "unreadable", error.strerror)
    return Rejection(uri, "unreadable", str(error))


def unpack(source: Source, path: Path) -> Rejection | None:
    """Unpack a source into a file, and say what was lost, if anything was.

    Raises:
        UserError: the file cannot be written.
    """
    losses: list[Rejection] = []
    store(_blocks(source, losses), path)
    return losses[0] if losses else None


def store(blocks: Iterable[bytes], path: Path) -> None:
    """Write blocks to a new file.

    Raises:
        UserError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(blocks)
    except OSError as error:
        raise UserError(
            f"cannot unpack to {path.parent}: {error.strerror or error}; free some space or choose another data_dir"
        ) from error


def _blocks(source: Source, losses: list[Rejection]) -> Iterator[bytes]:
    """Yield the unpacked bytes; why they end too early is added to `losses`."""
    total = 0
    try:
        limit = EXPANSION * max(storage.size(source.path), BLOCK)
        with opened(source.path, source.packing) as stream:
            while total <= limit and (block := stream.read1(BLOCK)):
                total += len(block)
                yield block
        if total > limit:
            losses.append(Rejection(source.uri, "too large", f"grew more than {EXPANSION} times in unpacking"))
    except (*DAMAGE, OSError) as error:
        losses.append(refusal(source.uri, error, f" after {total} unpacked bytes"))
