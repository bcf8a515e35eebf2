"""Frame: steps of SQL that read frames of Polars as if they were tables."""

from collections.abc import Mapping
from typing import Any

import duckdb
import polars as pl

from tasks import statement


class Stream:
    """A frame as DuckDB takes it without pyarrow: anything but a stream it would hand to that."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


def run(
    con: duckdb.DuckDBPyConnection,
    folder: statement.Folder,
    step: str,
    values: Mapping[str, Any] | None = None,
    **frames: pl.DataFrame,
) -> None:
    """Run the statements of one file, each with the values that it names; `frames` are tables to it."""
    for name, frame in frames.items():
        con.register(name, Stream(frame))
    for part in con.extract_statements(statement.text(folder, step)):
        con.execute(part, {name: (values or {})[name] for name in part.named_parameters})
    for name in frames:
        con.unregister(name)
