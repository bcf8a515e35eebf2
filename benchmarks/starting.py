"""Starting: one command from its start to its end, on a warehouse of one page.

python -m benchmarks.starting sql|status|ingest
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

PAGE = (
    "Two arrested in Ormek\n\nPolice arrested two men in the village of Ormek on Friday, the army said on Saturday.\n"
)


def main() -> None:
    """Print the seconds of the command; of an ingest, those of the first page in an empty data folder."""
    what = sys.argv[1]
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(PAGE, "utf-8")
        seconds = _run(folder, "ingest", str(page))
        if what != "ingest":
            seconds = _run(folder, what, *(["select 1"] if what == "sql" else []))
    print(json.dumps({"done": 1, "seconds": seconds}))


def _run(folder: str, *words: str) -> float:
    began = perf_counter()
    subprocess.run(
        [sys.executable, "-c", "from cli.main import main; main()", *words],
        env=os.environ | {"SITREP_DATA_DIR": f"{folder}/data"},
        check=True,
        capture_output=True,
    )
    return perf_counter() - began


if __name__ == "__main__":
    main()
