"""Answer: the rows of one query, as they come."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import duckdb

from tasks.errors import UserError

QUERIES = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
"""What may be asked; `from`, `describe`, `summarize`, `show` and `values` are queries to DuckDB, too."""

Row = Sequence[Any]


class Answer(NamedTuple):
    """What a query gives: the names of its columns, each once, and its rows."""

    columns: Sequence[str]
    rows: Iterator[Row]


def ask(con: duckdb.DuckDBPyConnection, query: str, values: dict[str, Any] | None = None) -> Answer:
    """Run one query, its parameters being `values`.

    Raises:
        UserError: It is no single query, or DuckDB refuses it; while the rows are read, too.
    """
    only = single(con, query)
    try:
        con.execute(only, values)
    except duckdb.Error as error:
        raise UserError(str(error).strip()) from error
    return Answer(apart(name for name, *_ in con.description or []), _rows(con))


def single(con: duckdb.DuckDBPyConnection, query: str) -> duckdb.Statement:
    """Return a query as DuckDB reads it.

    Raises:
        UserError: It is no single query.
    """
    try:
        statements = con.extract_statements(query)
    except duckdb.Error as error:
        raise UserError(str(error).strip()) from error
    if not statements:
        raise UserError("there is no query: it is empty")
    if len(statements) != 1:
        raise UserError(f"one query at a time: this is {len(statements)} statements")
    if (kind := _kind(statements[0])) not in QUERIES:
        raise UserError(f"the warehouse is read-only: {kind.name.lower() if kind else 'this'} is no query")
    return statements[0]


def _kind(statement: duckdb.Statement) -> duckdb.StatementType | None:
    """Return the type of a statement; null for one that DuckDB has no name for, such as `update extensions`."""
    try:
        return statement.type
    except ValueError:
        return None


def apart(columns: Iterable[str]) -> list[str]:
    """Name columns, the second of a name another way, or a record would keep only one."""
    names: list[str] = []
    for name in columns:
        names.append(name if name not in names else f"{name}_{len(names)}")
    return names


def _rows(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    try:
        while rows := con.fetchmany(10_000):
            yield from rows
    except duckdb.Error as error:
        raise UserError(str(error).strip()) from error
