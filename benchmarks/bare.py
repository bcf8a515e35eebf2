"""Bare: trafilatura alone on the pages of a folder, in the project's own pool of processes.

python -m benchmarks.bare FOLDER WORKERS
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tasks.slice import Batch, Guard, Slice


@dataclass(frozen=True, slots=True)
class Bare:
    """The work of a pool: trafilatura's text and metadata of each page, with its default options."""

    def prepare(self) -> None:
        """Import it beforehand, as the whole job does with what it needs."""
        import trafilatura  # noqa: F401

    def __call__(self, batch: Batch, guard: Guard) -> int:
        """Return how many pages a batch holds, each tried once."""
        import trafilatura

        for number, item in enumerate(batch.items):
            guard(number)
            if isinstance(item, Slice):
                trafilatura.bare_extraction(Path(item.path).read_bytes(), with_metadata=True)
        guard(None)
        return len(batch)


def main() -> None:
    """Print pages and seconds, the start of the processes included, as for the whole job."""
    began = perf_counter()
    from benchmarks.bare import Bare  # by the name that workers can import it by
    from settings import Settings
    from tasks.pool import Pool
    from tasks.read import plan
    from tasks.source import expand

    folder, workers = sys.argv[1:]
    settings = Settings(workers=int(workers))
    with TemporaryDirectory() as spool, Pool(Bare(), settings) as pool:
        done = sum(pool.map(plan(expand([folder]).sources, settings, Path(spool))))
    print(json.dumps({"done": done, "seconds": perf_counter() - began}))


if __name__ == "__main__":
    main()
