"""Increment: a day's pages taken into a warehouse that holds so many documents already, load and publication included.

python -m benchmarks.increment FOLDER WORKERS DOCUMENTS
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.incidents import EVENTS, settle
from settings import Settings
from tasks.ingest import AtOnce, ingest
from tasks.publish import publish
from tasks.warehouse import writing


def main() -> None:
    """Print how many pages were taken in how many seconds; the warehouse is made, and published, before."""
    folder, workers, documents = sys.argv[1:]
    with TemporaryDirectory() as data:
        settings = Settings(data_dir=Path(data), workers=int(workers))
        with writing(settings) as con:
            settle(con, int(documents) * EVENTS)
        publish(settings)
        began = perf_counter()
        report = ingest([folder], settings, AtOnce())
        seconds = perf_counter() - began
    print(json.dumps({"done": report.pages, "seconds": seconds}))


if __name__ == "__main__":
    main()
