"""Command: trafilatura's own command on the pages of a folder.

python -m benchmarks.command FOLDER WORKERS
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter


def main() -> None:
    """Print pages and seconds, its start included, as for the whole job."""
    folder, workers = sys.argv[1:]
    with TemporaryDirectory() as out:
        began = perf_counter()
        subprocess.run(
            [
                *(sys.executable, "-m", "trafilatura.cli", "--input-dir", folder, "--output-dir", out),
                *("--parallel", workers, "--json", "--with-metadata"),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        seconds = perf_counter() - began
        done = sum(path.is_file() for path in Path(out).rglob("*"))
    print(json.dumps({"done": done, "seconds": seconds}))


if __name__ == "__main__":
    main()
