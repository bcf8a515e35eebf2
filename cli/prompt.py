"""Prompt: questions to the warehouse, one after the other."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import duckdb

from cli.output import Format, write
from cli.screen import on_terminal
from cli.sql import answer
from tasks import statement
from tasks.errors import UserError

HELP = "a query ends with ;   .tables   .schema NAME   .quit"


def prompt(con: duckdb.DuckDBPyConnection, form: Format, out: Path | None) -> None:
    """Read queries from standard input and answer each, until `.quit` or the end.

    Ctrl-C drops the query that is being written or run. Where nobody types, there is no prompt, and the first error
    ends it.

    Raises:
        UserError: Standard input is closed, or no terminal and a query fails.
    """
    if sys.stdin is None:
        raise UserError('standard input is closed: give a query, as in `sitrep sql "from events"`')
    typed = on_terminal(sys.stdin)
    if typed:
        with suppress(ImportError):
            import readline  # noqa: F401 - gives input() a history and editing
        print(HELP)
    for asked in _asked(typed):
        if asked == ".quit":
            return
        try:
            _answer(con, asked, form, out)
        except KeyboardInterrupt:
            print()
        except UserError as error:
            if not typed:
                raise
            print(error)


def _asked(typed: bool) -> Iterator[str]:
    """Yield whole queries and commands; where somebody types, Ctrl-C drops what is pending."""
    pending = ""
    while True:
        try:
            pending += input(("...... " if pending else "sitrep> ") if typed else "") + "\n"
        except KeyboardInterrupt:
            pending = ""
            print()
        except EOFError:
            break
        if (whole := pending.strip()).startswith(".") or whole.endswith(";"):
            pending = ""
            yield whole
    if pending.strip():
        yield pending
    elif typed:
        print()


def _answer(con: duckdb.DuckDBPyConnection, asked: str, form: Format, out: Path | None) -> None:
    if asked.startswith("."):
        _command(con, asked.split())
    elif asked.strip("; \n"):
        answer(con, asked, form, out)


def _command(con: duckdb.DuckDBPyConnection, words: list[str]) -> None:
    match words:
        case [".tables"]:
            write(["relation", "holds"], con.execute(statement.text("queries", "relations")).fetchall())
        case [".schema", name]:
            rows = con.execute(statement.text("queries", "columns"), {"name": name}).fetchall()
            if not rows:
                raise UserError(f"no relation {name}: .tables lists them")
            write(["column", "type", "holds"], rows)
        case _:
            print(HELP)
