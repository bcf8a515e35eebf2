"""Parquet: the rows of a query with their types."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from tasks.errors import UserError
from tasks.export.answer import single
from tasks.export.redact import Change

if TYPE_CHECKING:
    import polars as pl


def write_parquet(
    con: duckdb.DuckDBPyConnection, query: str, out: Path, changes: Sequence[Change] = ()
) -> "pl.DataFrame":
    """Write the rows of a query, every value changed as asked for, and return them as they were.

    Raises:
        UserError: It is no single query, DuckDB refuses it, or `out` cannot be written.
    """
    import polars as pl  # late: it doubles the start of every other query

    single(con, query)
    try:
        rows = pl.DataFrame(con.sql(query))
        frame = rows
        for change in changes:
            told = ((name, frame[name]) for name in frame.columns)
            frame = pl.DataFrame(
                [
                    pl.Series(name, [change(name, value) for value in column.to_list()], column.dtype)
                    for name, column in told
                ]
            )
        frame.write_parquet(out)
    except duckdb.Error as error:
        raise UserError(str(error).strip()) from error
    except OSError as error:
        raise UserError(f"cannot write {out}: {error}") from error
    return rows
