"""`sitrep status`: what the warehouse holds."""

import duckdb

from cli.output import write
from settings import Settings
from tasks import statement
from tasks.warehouse import asking, published_path

TABLES = {
    "events by kind": "status_kinds",
    "last runs": "status_runs",
    "rejected pages": "status_rejections",
    "what the checks of the last run found": "status_checks",
}


def status() -> None:
    """Say what the warehouse holds and what was rejected."""
    settings = Settings()
    with asking(settings) as con:
        columns, (totals,) = _ask(con, "status_totals")
        pairs = [("warehouse", published_path(settings)), *zip(columns, totals, strict=True)]
        write(["what", "value"], pairs)
        for heading, query in TABLES.items():
            columns, rows = _ask(con, query)
            print(f"\n{heading}{'' if rows else ': none'}")
            if rows:
                write(columns, rows)


def _ask(con: duckdb.DuckDBPyConnection, query: str) -> tuple[list[str], list[tuple[object, ...]]]:
    con.execute(statement.text("queries", query))
    columns = [name.replace("_", " ") for name, *_ in con.description or []]
    return columns, con.fetchall()
