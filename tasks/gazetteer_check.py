"""Gazetteer check: a file of GeoNames read from its first line to its last, before anything of it is believed."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO

import pycountry
import zstandard

from extraction.places.geonames import feature_of, row, unit
from tasks.errors import UserError
from tasks.gazetteer_source import TABLES, PlaceSource
from tasks.unpack import EXPANSION

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)
"""What reading a cut, corrupt, encrypted or strangely packed archive raises."""


def checked(path: Path, copy: IO[bytes], licence: str) -> PlaceSource:
    """Return what `path` holds, after reading all of it, and write its content to `copy` as zstandard.

    Raises:
        UserError: the file is no dump of a country and no table of units, or not a whole one; one line says why.
    """
    name = _name(path)
    tally = _Tally(name)
    try:
        with (
            _opened(path, name) as (stream, dated),
            zstandard.ZstdCompressor().stream_writer(copy, closefd=False) as kept,
        ):
            for line in _told(stream, tally):
                kept.write(line)
        dated = date.fromisoformat(tally.modified) if tally.modified else dated
    except (*_DAMAGE, UnicodeDecodeError, ValueError) as error:
        raise UserError(f"{path}: {_why(error, tally)}") from None
    if not tally.rows:
        raise UserError(f"{path}: is empty")
    return PlaceSource(
        name=name,
        file=path.name,
        dated=dated,
        digest=tally.digest.hexdigest(),
        rows=tally.rows,
        places=tally.places,
        licence=licence,
        imported_at=datetime.now(UTC),
    )


class _Tally:
    """How far reading has come, and what was seen."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows = self.places = 0
        self.modified = ""
        self.digest = sha256()

    def take(self, line: str) -> None:
        if self.name in TABLES:
            unit(line)
            self.places += 1
            return
        read = row(line)
        if read.country != self.name:
            raise ValueError(f"a place of {read.country or 'no country'} among those of {self.name}")
        self.places += feature_of(read) is not None
        self.modified = max(self.modified, read.modified)


def _told(lines: Iterable[bytes], tally: _Tally) -> Iterator[bytes]:
    for line in lines:
        if not tally.rows and line.lstrip(b"\xef\xbb\xbf \r\n")[:1] == b"<":
            raise ValueError("a web page, not a file of GeoNames")
        tally.rows += 1
        tally.take(line.decode())
        tally.digest.update(line)
        yield line


def _name(path: Path) -> str:
    stems = {table.lower(): table for table in TABLES}
    stem, suffix = path.stem.lower(), path.suffix.lower()
    if suffix == ".txt" and stem in stems:
        return stems[stem]
    if suffix in (".txt", ".zip") and pycountry.countries.get(alpha_2=stem.upper()):
        return stem.upper()
    wanted = ", ".join(f"{table}.txt" for table in TABLES)
    raise UserError(f"{path}: not named like a file of GeoNames: XX.txt or XX.zip by the code of a country, {wanted}")


@contextmanager
def _opened(path: Path, name: str) -> Iterator[tuple[Iterable[bytes], date]]:
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            member = next((info for info in archive.infolist() if info.filename.upper() == f"{name}.TXT"), None)
            if member is None:
                raise ValueError(f"holds no {name}.txt")
            if member.file_size > EXPANSION * max(member.compress_size, 1):
                raise ValueError(f"would grow more than {EXPANSION} times in unpacking")
            with archive.open(member) as stream:
                yield stream, date(*member.date_time[:3])
    else:
        with path.open("rb") as stream:
            yield stream, datetime.fromtimestamp(path.stat().st_mtime, UTC).date()


def _why(error: Exception, tally: _Tally) -> str:
    at = f"line {tally.rows}: " if tally.rows else ""
    if isinstance(error, UnicodeDecodeError):
        return f"{at}not in UTF-8"
    if isinstance(error, _DAMAGE):
        return f"not a whole zip file: {error}"
    return f"{at}{error}"
