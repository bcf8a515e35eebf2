"""Job: the whole main job on the pages of a folder, into an empty data folder.

python -m benchmarks.job FOLDER WORKERS
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter


def main() -> None:
    """Print pages and seconds, imports and the start of the processes included."""
    began = perf_counter()
    from settings import Settings
    from tasks.ingest import AtOnce, ingest

    folder, workers = sys.argv[1:]
    with TemporaryDirectory() as data:
        report = ingest([folder], Settings(workers=int(workers), data_dir=Path(data)), AtOnce())
        seconds = perf_counter() - began
    print(json.dumps({"done": report.pages, "seconds": seconds}))


if __name__ == "__main__":
    main()
