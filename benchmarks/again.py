"""Again: the main job on the pages of a folder, then the same pages, or the same documents read anew by a replay.

python -m benchmarks.again FOLDER WORKERS ingest|unchanged|replay|current
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter


def main() -> None:
    """Print pages and seconds of the one or the other."""
    from settings import Settings
    from tasks.ingest import AtOnce, ingest
    from tasks.replay import replay

    folder, workers, what = sys.argv[1:]
    with TemporaryDirectory() as data:
        settings = Settings(workers=int(workers), data_dir=Path(data))
        began = perf_counter()
        pages = ingest([folder], settings, AtOnce()).pages
        if what == "unchanged":
            began = perf_counter()
            pages = ingest([folder], settings, AtOnce()).unchanged
        elif what != "ingest":
            began = perf_counter()
            pages = replay(settings, AtOnce(), every=what == "replay").read
        print(json.dumps({"done": pages, "seconds": perf_counter() - began}))


if __name__ == "__main__":
    main()
