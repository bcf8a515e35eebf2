"""Parquet: the rows of a query with their types."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from tasks.errors import UserError
from tasks.export.answer import apart, single
from tasks.export.redact import Change
from tasks.export.stream import Stream

if TYPE_CHECKING:
    import polars as pl

_UNFIT = re.compile(r"\b(INTERVAL|UNION|TIME WITH TIME ZONE)\b")
"""Types that Polars does not read, or reads without their time zone."""


def write_parquet(
    con: duckdb.DuckDBPyConnection, query: str, out: Path, changes: Sequence[Change] = ()
) -> "pl.DataFrame":
    """Write the rows of a query, every value changed as asked for, and return them as they were.

    Raises:
        UserError: It is no single query, DuckDB refuses it, a column is of a type that does not fit, or `out` cannot be
            written.
    """
    import polars as pl  # late: it doubles the start of every other query

    single(con, query)
    try:
        rows = pl.DataFrame(Stream(_asked(con, query).__arrow_c_stream__))
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
    except (duckdb.Error, pl.exceptions.PolarsError) as error:
        raise UserError(str(error).strip()) from error
    except OSError as error:
        raise UserError(f"cannot write {out}: {error}") from error
    return rows


def _asked(con: duckdb.DuckDBPyConnection, query: str) -> duckdb.DuckDBPyRelation:
    """Return what a query gives, each name of a column once."""
    found = con.sql(query.rstrip("; \n"))
    for name, kind in zip(found.columns, found.types, strict=True):
        if unfit := _UNFIT.search(str(kind)):
            raise UserError(f'{name}: Parquet takes no {unfit[0]}: ask for it as text, "{name}"::varchar')
    names = apart(found.columns)
    if names == list(found.columns):
        return found
    quoted = ('"' + name.replace('"', '""') + '"' for name in names)
    return found.project(", ".join(f"#{number} as {name}" for number, name in enumerate(quoted, 1)))
