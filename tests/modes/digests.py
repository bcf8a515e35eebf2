"""Digests of every relation of a warehouse, without what tells of the run and not of the pages."""

from collections.abc import Collection

import duckdb

from settings import Settings
from tasks.warehouse import reading

OF_RUNS = {
    "check_results": "what the checks found in each run",
    "runs": "a row a run",
    "migrations": "when the schema was made",
    "event_changes": "what each run changed",
    "incident_changes": "the same of incidents: with many passes some grow",
}
"""Relations that hold the history of runs, and why each may differ between two ways to the same state."""
OF_RUN = {
    "run_id": "the run that made the row",
    "created_at": "when a run first made it",
    "updated_at": "when a run last did",
    "at": "when it happened",
    "applied_at": "when the schema was made",
    "resolved_at": "when a run resolved it",
    "first_at": "of rejections and corrections: when they happened",
    "last_at": "the same",
    "seconds": "what reading took",
    "timestamp": "of ACLED: when the row was last changed",
    "record": "JSON of what stands in the other relations, created_at included",
}
"""Columns of the same kind."""


def digests(
    settings: Settings, relations: Collection[str] = (), columns: Collection[str] = ()
) -> dict[str, tuple[int, int]]:
    """Return rows and a digest of each relation, whatever the order of its rows; `relations` and `columns` left out."""
    with reading(settings) as con:
        return {
            relation: _digest(con, relation, [name for name in named if name not in OF_RUN and name not in columns])
            for relation, named in columns_of(con).items()
            if relation not in OF_RUNS and relation not in relations
        }


def whole(con: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """Return the same of all relations and columns."""
    return {relation: _digest(con, relation, named) for relation, named in columns_of(con).items()}


def columns_of(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the columns of every table and view, in their order."""
    found: dict[str, list[str]] = {}
    query = "select table_name, column_name from duckdb_columns() where not internal order by table_name, column_index"
    for relation, column in con.execute(query).fetchall():
        found.setdefault(relation, []).append(column)
    return found


def _digest(con: duckdb.DuckDBPyConnection, relation: str, columns: list[str]) -> tuple[int, int]:
    packed = ", ".join(f'"{name}" := "{name}"' for name in columns)
    row = f"md5(cast(to_json(struct_pack({packed})) as varchar))"
    query = "select count(*), coalesce(md5_number(string_agg(row, ' ' order by row)), 0) from"
    ((rows, digest),) = con.execute(f"{query} (select {row} as row from {relation})").fetchall()
    return rows, digest
