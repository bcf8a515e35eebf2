"""Digests of every relation of a warehouse, without what tells of the run and not of the pages."""

import duckdb

from settings import Settings
from tasks.warehouse import reading

OF_RUNS = {
    "check_results": "what the checks found in each run",
    "runs": "a row a run",
    "migrations": "when the schema was made",
    "event_changes": "what each run changed, the changes of many passes included",
    "incident_changes": "the same of incidents",
    "document_versions": "what a page said before a later pass replaced it",
    "document_changes": "the view of it",
    "figure_corrections": "what a later pass corrected",
}
"""Relations that hold the history of runs, and why each may differ between two ways to the same state."""
OF_RUN = {
    "run_id": "the run that made the row",
    "created_at": "when a run first made it",
    "updated_at": "when a run last did",
    "at": "when it happened",
    "resolved_at": "when a run resolved it",
    "seconds": "what reading took",
}
"""Columns of the same kind."""


def digests(settings: Settings) -> dict[str, tuple[int, int]]:
    """Return rows and a digest of each relation, whatever the order of its rows."""
    with reading(settings) as con:
        return {relation: _digest(con, relation, columns) for relation, columns in _relations(con).items()}


def _relations(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    query = "select table_name, column_name from duckdb_columns() where not internal order by all"
    for relation, column in con.execute(query).fetchall():
        if relation not in OF_RUNS and column not in OF_RUN:
            found.setdefault(relation, []).append(f'"{column}"')
    return found


def _digest(con: duckdb.DuckDBPyConnection, relation: str, columns: list[str]) -> tuple[int, int]:
    row = f"md5(to_json(struct_pack({', '.join(f'{c} := {c}' for c in columns)}))::varchar)"
    query = f"select {row} as row from {relation} order by row"
    ((rows, digest),) = con.execute(f"select count(*), coalesce(md5_number(string_agg(row, ' ')), 0) from ({query})").fetchall()
    return rows, digest
