"""`sitrep sql`: ask the published warehouse, read-only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from cli.output import Format, Row, write
from settings import Settings
from tasks.errors import UserError
from tasks.warehouse import reading

QUERIES = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
"""What may be asked; `from`, `describe`, `summarize`, `show` and `values` are queries to DuckDB, too."""


def sql(
    query: Annotated[str | None, typer.Argument(help="One query; without it, a prompt.", metavar="[QUERY]")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to write the rows.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", help="Write to this file.", metavar="FILE")] = None,
) -> None:
    """Query the published warehouse, read-only.

    Nothing can be written, and nothing outside of the warehouse be reached. Relations: `.tables` at the prompt.
    """
    if form is Format.PARQUET and (query is None or out is None):
        raise typer.BadParameter("parquet is written to a file: give a query and --out FILE")
    with reading(Settings()) as con:
        if query is not None:
            answer(con, query, form, out)
        else:
            from cli.prompt import prompt

            prompt(con, form, out)


def answer(con: duckdb.DuckDBPyConnection, query: str, form: Format = Format.TABLE, out: Path | None = None) -> None:
    """Run one query and write its rows.

    Raises:
        UserError: It is no single query, or DuckDB refuses it.
    """
    try:
        statements = con.extract_statements(query)
        if len(statements) != 1:
            raise UserError(f"one query at a time: this is {len(statements)} statements")
        if statements[0].type not in QUERIES:
            raise UserError(f"the warehouse is read-only: {statements[0].type.name.lower()} is no query")
        if form is Format.PARQUET and out is not None:
            _parquet(con, query, out)
            return
        con.execute(statements[0])
        write(_names(con), _rows(con), form, out)
    except duckdb.Error as error:
        raise UserError(str(error).strip()) from error


def _names(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Name the columns; the second of a name is called apart, or a record would keep only one."""
    names: list[str] = []
    for name, *_ in con.description or []:
        names.append(name if name not in names else f"{name}_{len(names)}")
    return names


def _rows(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    while rows := con.fetchmany(10_000):
        yield from rows


def _parquet(con: duckdb.DuckDBPyConnection, query: str, out: Path) -> None:
    import polars as pl

    rows = pl.DataFrame(con.sql(query))
    try:
        rows.write_parquet(out)
    except OSError as error:
        raise UserError(f"cannot write {out}: {error}") from error
