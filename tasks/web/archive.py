"""Archive: every response kept for ever, in WARC 1.1 files that any such tool reads.

Each URL that was tried ends in a `metadata` record that says what became of it, right behind the records of its
exchanges; all of them are written in one go. So the file is the harvest's log as well: what stands behind the last
whole `metadata` record was under way when the run died, and is cut off before the file is used again.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BufferedRandom, BufferedReader, BytesIO
from pathlib import Path
from threading import Lock
from typing import IO, Self
from uuid import uuid4

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from settings import Settings
from tasks.archive_index import Span, walk
from tasks.folder import private
from tasks.web.exchange import Fetch
from tasks.web.outlet import Outlet
from tasks.web.warc import Kept, block, info

ENDING = ".warc.gz"
FORCED_EVERY = 1.0
"""Seconds."""
CONTINUED_BELOW = 32_000_000
"""Bytes of a file that a later run still adds to, so that many short runs do not make as many files. What it then takes
in is read with all that stands before: seconds, for a file of this size."""
PENDING = ".pending"
"""Ending of the file that stands beside an archive until all in it is in the warehouse."""


class Archive:
    """The files that one harvest of one outlet writes: the last one while it is small, a new one when one is full.

    Safe for threads; one harvest of an outlet at a time.

    `name` begins the files' names: that of the outlet for its pages, `lists_of` it for what lists them.
    """

    def __init__(self, folder: Path, name: str, outlet: Outlet, agent: str, most_bytes: int) -> None:
        self._folder, self._name, self._outlet, self._agent, self._most = folder, name, outlet, agent, most_bytes
        self._file: IO[bytes] | None = None
        self._marker: IO[bytes] | None = None
        self._lock, self._forced_at = Lock(), time.monotonic()
        private(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def keep(self, fetch: Fetch, kept: Kept | None = None) -> None:
        """Write what became of a URL; a killed run loses none of it. `kept` is what was known of it before.

        It is forced onto the disk once a second and at the end; what a machine that goes down loses is fetched again.

        Raises:
            OSError: the disk is full or the folder cannot be written.
        """
        told = block(fetch, kept)
        with self._lock:
            file = self._open()
            file.write(told)
            file.flush()
            if time.monotonic() - self._forced_at > FORCED_EVERY:
                os.fsync(file.fileno())
                self._forced_at = time.monotonic()
            if file.tell() > self._most:
                self._close()

    def _open(self) -> IO[bytes]:
        if self._file is None:
            path = self._last() or self._folder / _file_name(self._name)
            self._marker = _marker(path).open("wb")
            fcntl.flock(self._marker, fcntl.LOCK_EX)
            self._file = path.open("ab")
            if not self._file.tell():
                self._file.write(info(path.name, self._outlet, self._agent))
        return self._file

    def _last(self) -> Path | None:
        """Return the file to go on with, whole to its end; null where the last one is large enough."""
        files = [path for path in self._folder.glob(f"{self._name}-[0-9]*{ENDING}") if _is_of(path, self._name)]
        last = max(files, default=None)
        if last is None or not 0 < last.stat().st_size < min(CONTINUED_BELOW, self._most):
            return None
        return last if not _marker(last).exists() or mend(last) else None

    def _close(self) -> None:
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
        for file in (self._file, self._marker):
            if file is not None:
                file.close()
        self._file = self._marker = None


def archive_folder(settings: Settings) -> Path:
    """Return the folder of all archives."""
    return settings.data_dir / "archive"


def lists_of(outlet: Outlet) -> str:
    """Return the name of an outlet's archives of start points: no outlet itself is called so."""
    return f"{outlet.name}.lists"


def pending(folder: Path, name: str) -> list[Path]:
    """Return the archives of a name that are not all in the warehouse and that no run is writing, oldest first."""
    found = []
    for marker in sorted(folder.glob(f"{name}-[0-9]*{PENDING}")):
        archive = marker.with_name(marker.name.removesuffix(PENDING))
        if _is_of(archive, name) and not _is_held(marker):
            if archive.exists() and mend(archive):
                found.append(archive)
            else:
                settle(archive)
    return found


def settle(archive: Path) -> None:
    """Say that all of an archive is in the warehouse."""
    _marker(archive).unlink(missing_ok=True)


def unsettle_since(moment: datetime, folder: Path) -> None:
    """Say of archives that were written to since `moment` that not all in them is in the warehouse."""
    for archive in folder.glob(f"*{ENDING}"):
        if archive.stat().st_mtime >= moment.timestamp():
            _marker(archive).touch()


def mend(archive: Path) -> bool:
    """Cut off what was under way when its run died; return whether a URL's outcome is left."""
    whole = 0
    with archive.open("r+b") as file:
        for found in _walked(file):
            if found is None:
                break
            span, record = found
            if record.record_type == WarcRecordType.metadata:
                whole = span.stop
        file.truncate(whole)
        os.fsync(file.fileno())
    return whole > 0


def records(archive: Path) -> Iterator[tuple[dict[str, str], WarcRecord | None, int, int]]:
    """Yield for each URL tried its outcome's fields, and the record of its last exchange with its place and length.

    The record is null where nothing was answered; place and length are in bytes of the file. A record is good until
    the next step.
    """
    spans: dict[str, tuple[int, int]] = {}
    with archive.open("rb") as file:
        for span, record in filter(None, _walked(file)):
            if record.record_type != WarcRecordType.metadata:
                spans[str(record.record_id)] = (span.start, span.stop - span.start)
                continue
            fields = dict(line.split(": ", 1) for line in record.reader.read().decode().splitlines() if ": " in line)
            fields |= {"url": record.headers["WARC-Target-URI"], "at": record.headers["WARC-Date"]}
            start, length = spans.get(str(record.headers.get("WARC-Concurrent-To")), (0, 0))
            yield fields, record_at(archive, start, length) if length else None, start, length


def _walked(file: BufferedRandom | BufferedReader) -> Iterator[tuple[Span, WarcRecord] | None]:
    """Yield each record with its place; null for a stretch that holds none."""
    for found in walk(file, os.fstat(file.fileno()).st_size, packed=True):
        if isinstance(found, Span):
            file.seek(found.start)
            yield found, next(iter(ArchiveIterator(file, parse_http=False)))
        else:
            yield None


def record_at(archive: Path, offset: int, length: int) -> WarcRecord:
    """Return the record in `length` bytes of an archive, its HTTP head parsed, its body decoded.

    Raises:
        OSError: there is no such file.
        StopIteration: no record begins there.
    """
    with archive.open("rb") as file:
        file.seek(offset)
        block = BytesIO(file.read(length))
    return next(iter(ArchiveIterator(block, parse_http=True, auto_decode="all")))


def _file_name(name: str) -> str:
    return f"{name}-{datetime.now(UTC):%Y%m%d%H%M%S}-{uuid4().hex[:8]}{ENDING}"


def _is_of(archive: Path, name: str) -> bool:
    return archive.name.rsplit("-", 2)[0] == name


def _marker(archive: Path) -> Path:
    return archive.with_name(archive.name + PENDING)


def _is_held(marker: Path) -> bool:
    with marker.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
