"""Incidents: new events resolved into a warehouse of many, under the memory that a load has.

python -m benchmarks.incidents EVENTS NEW
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from uuid import uuid4

import duckdb

from settings import Settings
from tasks.resolve import resolve
from tasks.warehouse import writing

FOLDER = Path(__file__).parent
EVENTS = 4
"""Events a document tells (`happenings.sql`)."""


def main() -> None:
    """Print how many events were resolved in how many seconds; the warehouse is made before."""
    events, new = map(int, sys.argv[1:])
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        with writing(settings) as con:
            settle(con, events)
            _run(con, "happenings", first=events, last=events + new, start="2022-01-01", days=30)
        with writing(settings) as con:
            began = perf_counter()
            con.execute("begin")
            done = resolve(con, uuid4())
            con.execute("commit")
            seconds = perf_counter() - began
    print(json.dumps({"done": done, "seconds": seconds}))


def settle(con: duckdb.DuckDBPyConnection, events: int) -> None:
    """Write so many events of four years into an empty warehouse, their incidents resolved."""
    _run(con, "happenings", first=0, last=events, start="2018-01-01", days=1500)
    _run(con, "settled")


def _run(con: duckdb.DuckDBPyConnection, name: str, **values: Any) -> None:
    for part in con.extract_statements((FOLDER / f"{name}.sql").read_text("utf-8")):
        con.execute(part, {key: values[key] for key in part.named_parameters})


if __name__ == "__main__":
    main()
