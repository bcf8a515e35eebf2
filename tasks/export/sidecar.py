"""Sidecar: what a file that left the warehouse holds, where it comes from and what was done to it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb

from tasks import statement
from tasks.export.answer import Row

IDS = {"document_id": "documents", "event_id": "events", "incident_id": "incidents"}
GAZETTEER = "Places: GeoNames (https://www.geonames.org), CC BY 4.0, and files that were imported."
UNKNOWN = "unknown: handed in as files, not fetched; ask the publisher"


@dataclass
class Tally:
    """How many rows left, and of which documents, events and incidents they are."""

    rows: int = 0
    ids: dict[str, set[UUID]] = field(default_factory=lambda: {name: set() for name in IDS.values()})

    def watch(self, columns: Sequence[str], rows: Iterable[Row]) -> Iterator[Row]:
        """Yield rows and take note of them."""
        places = [(self.ids[IDS[column]], place) for place, column in enumerate(columns) if column in IDS]
        for row in rows:
            self.rows += 1
            for ids, place in places:
                value = row[place]
                if value is not None:
                    ids.add(value if isinstance(value, UUID) else UUID(str(value)))
            yield row


def write_sidecar(
    con: duckdb.DuckDBPyConnection, out: Path, tally: Tally, told: dict[str, Any], *, identified: bool
) -> Path:
    """Write `out`.meta.json, and return its path.

    Where the rows bear ids (`identified`) the sources are those of their documents, else all of the warehouse.
    """
    sources = _sources(con, tally, identified)
    about = told | {
        "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "made_with": f"sitrep {version('sitrep')}",
        "ruleset_versions": sorted({one for source in sources for one in source.pop("ruleset_versions")}),
        "rows": tally.rows,
        **{name: len(ids) for name, ids in tally.ids.items() if ids},
        "sources_are": "those of the documents of these rows" if identified else "all outlets of the warehouse",
        "sources": sources,
        "attribution": [f"{source['source']}: {source['licence']}" for source in sources] + [GAZETTEER],
    }
    path = out.with_name(out.name + ".meta.json")
    path.write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _sources(con: duckdb.DuckDBPyConnection, tally: Tally, identified: bool) -> list[dict[str, Any]]:
    values = {name: list(ids) for name, ids in tally.ids.items()} | {"every": not identified}
    con.execute(statement.text("queries", "export_sources"), values)
    columns = [name for name, *_ in con.description or []]
    found = [dict(zip(columns, row, strict=True)) for row in con.fetchall()]
    for source in found:
        source["licence"] = "; ".join(source.pop("licences") or [UNKNOWN])
    return found
