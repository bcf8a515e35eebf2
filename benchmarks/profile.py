"""Profile: where the time of the main job goes, its steps and a worker's pages, in one process.

python -m benchmarks.profile [PAGES]
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pyinstrument import Profiler

from benchmarks import corpus

RESULTS = Path(__file__).with_name("results") / "profile.html"
PAGES = 200
LEAST = 0.02
"""Share of the time below which a line of the text is left out."""


def main() -> None:
    """Print the tree of what takes most, and write all of it as a page."""
    from settings import Settings
    from tasks import ingest
    from tests.here import Here

    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    ingest.Pool = Here  # type: ignore[assignment, misc]
    with TemporaryDirectory() as folder:
        corpus.write(Path(folder) / "pages", pages, "news", seed=1)
        profiler = Profiler(interval=0.002)
        with profiler:
            ingest.ingest([f"{folder}/pages"], Settings(data_dir=Path(folder) / "data", workers=1), ingest.AtOnce())
    print(profiler.output_text(unicode=True, show_all=False, processor_options={"filter_threshold": LEAST}))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(profiler.output_html(), encoding="utf-8")


if __name__ == "__main__":
    main()
