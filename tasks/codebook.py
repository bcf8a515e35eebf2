"""Codebook: the relation that says what every relation, column and code of the warehouse means."""

from typing import NamedTuple

import duckdb

from extraction.codebook import codes, kinds
from tasks import statement

COLUMNS = {
    "statuses": (("events", "status"), ("incidents", "status")),
    "scopes": (("events", "scope"),),
    "participant_roles": (("event_participants", "role"),),
    "place_roles": (("event_places", "role"),),
    "quantity_roles": (("event_quantities", "role"), ("incident_figures", "role")),
    "categories": (("event_participants", "category"), ("mentions", "category")),
    "date_precisions": (("events", "date_precision"), ("incidents", "date_precision")),
}
"""The columns that hold each closed list of the extractor's codebook."""


class Entry(NamedTuple):
    """A row of `codebook`."""

    relation: str
    column_name: str | None
    data_type: str | None
    code: str | None
    meaning: str


def entries() -> list[Entry]:
    """Return what the database itself does not say: the macros, kinds and codes."""
    found = [
        Entry(told, "kind", None, kind.name, kind.tells)
        for told in ("events", "incidents")
        for kind in kinds().values()
    ]
    for name, columns in COLUMNS.items():
        found += [Entry(*column, None, code, meaning) for column in columns for code, meaning in codes(name).items()]
    macros = statement.texts("macros").items()
    return found + [Entry(name, None, "macro", None, statement.header(text)) for name, text in macros]


def write_codebook(con: duckdb.DuckDBPyConnection) -> None:
    """Write the relation `codebook` anew."""
    for name in ("010_relations", "020_codes"):
        con.execute(statement.text("codebook", name))
    told = [entry._asdict() for entry in entries()]
    con.execute(statement.text("codebook", "030_entries"), {"entries": told})
