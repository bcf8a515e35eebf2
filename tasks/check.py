"""Check: assertions over the warehouse, each a query that returns the rows that must not be."""

from uuid import UUID

import duckdb

from tasks import statement
from tasks.errors import UserError


class CheckError(UserError):
    """A check of severity `fail` found rows."""


def check(con: duckdb.DuckDBPyConnection, run_id: UUID | None = None) -> tuple[str, ...]:
    """Run all checks and return what those of severity `warn` found, a line each.

    Where `run_id` is given, the checks look at the documents that this run loaded, else at all.

    Raises:
        CheckError: A check of severity `fail` found rows.
    """
    found = {
        name: line for name, text in statement.texts("checks").items() if (line := _broken(con, name, text, run_id))
    }
    if failed := [line for name, line in found.items() if severity(statement.text("checks", name)) == "fail"]:
        raise CheckError("nothing was loaded: " + "; ".join(failed))
    return tuple(found.values())


def severity(text: str) -> str:
    """Return the severity of a check, the first word of its text: `fail` or `warn`."""
    return text.removeprefix("-- ").split(":", 1)[0]


def _broken(con: duckdb.DuckDBPyConnection, name: str, text: str, run_id: UUID | None) -> str | None:
    uses_run = "$run_id" in text
    rows = con.execute(text, {"run_id": run_id} if uses_run else None).fetchall()
    return f"check {name} found {len(rows)} rows, the first {rows[0]}" if rows else None
