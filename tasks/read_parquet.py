"""Reading Parquet: one record a row. A file that is compressed or far is copied whole: its index stands at its end."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import polars as pl

from settings import Settings
from tasks import record
from tasks.page import Page, Rejection
from tasks.slice import Slice
from tasks.source import Source
from tasks.storage import is_far
from tasks.unpack import opened, refusal, unpack

BROKEN = (pl.exceptions.PolarsError, pl.exceptions.PanicException)
"""What polars raises on a file that is not as its format says; a panic is no `Exception`."""
TEXT = (pl.String, pl.Binary, pl.Null)


def cut(source: Source, settings: Settings, spool: Path) -> Iterator[Slice | Rejection]:
    """Yield slices of at most a batch of rows, or why the file gives none."""
    path = Path(source.path)
    try:
        if source.packing or is_far(source.path):
            path = spool / f"{uuid4().hex}.parquet"
            if loss := unpack(source, path):
                yield loss
                return
        with opened(str(path), None):  # polars would wait for ever on a pipe
            scan = pl.scan_parquet(path, glob=False)
        if complaint := _complaint(scan.collect_schema()):
            yield Rejection(source.uri, "broken file", complaint)
            return
        rows = scan.select(pl.len()).collect().item()
    except BROKEN as error:
        yield _broken(source.uri, error)
    except OSError as error:
        yield refusal(source.uri, error)
    else:
        yield from _slices(source, path, rows, settings.batch_size)


def read(piece: Slice, settings: Settings) -> Iterator[Page | Rejection | None]:
    """Yield a page or a rejection for every row; one rejection for all where the rows cannot be read."""
    try:
        scan = pl.scan_parquet(piece.path, glob=False)
        fields = [field for field in record.FIELDS if field in scan.collect_schema()]
        rows = scan.slice(piece.offset + piece.begin - piece.first, len(piece)).select(fields).collect()
    except BROKEN as error:
        yield _broken(f"{piece.name(piece.begin)}-{piece.end - 1}", error)
    except OSError as error:
        yield refusal(piece.uri, error)
    else:
        for number, row in enumerate(rows.iter_rows(named=True), piece.begin):
            yield record.page(piece.name(number), row, settings)


def _slices(source: Source, path: Path, rows: int, step: int) -> Iterator[Slice | Rejection]:
    if not rows:
        yield Rejection(source.uri, "empty", "no row in it")
    for start in range(0, rows, step):
        end = min(start + step, rows) + 1
        yield Slice(source.uri, str(path), "parquet", None, start, start + 1, start + 1, end)


def _complaint(schema: pl.Schema) -> str | None:
    """Return what is wrong with the columns, None when they will do."""
    if not {"html", "text"} & set(schema):
        return f"wrong columns: no html or text among {', '.join(schema) or 'none'}"
    for name in ("html", "text", *record.TEXTS):
        if name in schema and schema[name] not in TEXT:
            return f"wrong columns: {name} is {schema[name]}, not text"
    return None


def _broken(uri: str, error: BaseException) -> Rejection:
    return Rejection(uri, "broken file", f"not readable as Parquet: {str(error).splitlines()[0]}")
