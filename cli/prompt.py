"""Prompt: questions to the warehouse, one after the other."""

import sys
from contextlib import suppress
from pathlib import Path

import duckdb

from cli.output import Format, write
from cli.sql import answer
from tasks.errors import UserError

HELP = "a query ends with ;   .tables   .schema NAME   .quit"


def prompt(con: duckdb.DuckDBPyConnection, form: Format, out: Path | None) -> None:
    """Read queries from standard input and answer each, until `.quit` or the end.

    Ctrl-C drops the query that is being written or run. Where nobody types, there is no prompt, and the first error
    ends it.

    Raises:
        UserError: Standard input is no terminal and a query fails.
    """
    typed = sys.stdin.isatty()
    if typed:
        with suppress(ImportError):
            import readline  # noqa: F401 - gives input() a history and editing
        print(HELP)
    pending = ""
    while True:
        try:
            line = input(("...... " if pending else "sitrep> ") if typed else "")
            if not pending and line.strip().startswith("."):
                if line.strip() == ".quit":
                    return
                _command(con, line.split())
                continue
            pending = f"{pending}{line}\n"
            if pending.strip() in ("", ";"):
                pending = ""
            elif pending.rstrip().endswith(";"):
                query, pending = pending, ""
                answer(con, query, form, out)
        except EOFError:
            break
        except KeyboardInterrupt:
            pending = ""
            print()
        except UserError as error:
            if not typed:
                raise
            print(error)
    if pending.strip():
        answer(con, pending, form, out)
    elif typed:
        print()


def _command(con: duckdb.DuckDBPyConnection, words: list[str]) -> None:
    match words:
        case [".tables"]:
            rows = con.execute(
                "select name, comment from (select table_name as name, comment from duckdb_tables() where not internal "
                "union all select view_name, comment from duckdb_views() where not internal) order by name"
            ).fetchall()
            write(["relation", "holds"], rows)
        case [".schema", name]:
            rows = con.execute(
                "select column_name, data_type, comment from duckdb_columns() where table_name = $name "
                "order by column_index",
                {"name": name},
            ).fetchall()
            if not rows:
                raise UserError(f"no relation {name}: .tables lists them")
            write(["column", "type", "is"], rows)
        case _:
            print(HELP)
