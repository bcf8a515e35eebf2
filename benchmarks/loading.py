"""Loading: one staged batch into an empty warehouse, by the load or by DuckDB's own INSERT … SELECT.

python -m benchmarks.loading load|insert BATCH

The load is whole but for the resolution of incidents, which has a measure of its own. Both leave the same tables, and
are timed up to the closed file; both run in the memory that a load takes.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID, uuid4

import duckdb

import tasks.load
from benchmarks.invented_batch import staged
from settings import Settings
from tasks import statement
from tasks.load import ROW_MEMORY, Run, load
from tasks.memory import bound
from tasks.rows import RELATIONS
from tasks.stage import Staged
from tasks.warehouse import writing

OF_THE_LOADER = {
    "documents": ", uuid() as run_id, now() as created_at, now() as updated_at",
    "events": ", now() as created_at, now() as updated_at",
    "rejections": ", uuid() as rejection_id, uuid() as run_id, now() as at",
}
"""Columns that no batch fills and that may not be null."""


def by_load(batch: Staged, settings: Settings) -> None:
    load([batch], Run(uuid4(), "benchmark", datetime.now(UTC)), settings)


def by_insert(batch: Staged, settings: Settings) -> None:
    with writing(settings) as con:
        bound(con, sum(batch.counts.values()) * ROW_MEMORY)
        con.execute("set preserve_insertion_order = false")
        con.execute("begin")
        for relation in RELATIONS:
            more = OF_THE_LOADER.get(relation, "")
            path = batch.path / f"{relation}.parquet"
            con.execute(f"insert into {relation} by name select * exclude (outcome){more} from '{path}'")
        con.execute("commit")


def leave_out_incidents() -> None:
    """Have loads of this process resolve no incidents, and not check that all events are in one."""

    def resolve(_: duckdb.DuckDBPyConnection, _run: UUID) -> int:
        return 0

    vars(tasks.load)["resolve"] = resolve
    statement.texts("checks").pop("incidents_are_whole", None)


def main() -> None:
    """Print rows and seconds; the schema is there before."""
    side: Callable[[Staged, Settings], None] = {"load": by_load, "insert": by_insert}[sys.argv[1]]
    leave_out_incidents()
    batch = staged(Path(sys.argv[2]))
    with TemporaryDirectory() as data:
        settings = Settings(data_dir=Path(data))
        with writing(settings):
            pass
        began = perf_counter()
        side(batch, settings)
        print(json.dumps({"done": sum(batch.counts.values()), "seconds": perf_counter() - began}))


if __name__ == "__main__":
    main()
