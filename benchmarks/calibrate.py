"""Calibrate: what the pages of a folder are like and what they cost, to set invented pages beside real ones.

python -m benchmarks.calibrate FOLDER [--pages 300] [--seed 1]
"""

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import trafilatura
from lxml import html

from benchmarks import corpus
from extraction.document import Document
from extraction.read import read
from tasks.clean import clean
from tasks.furniture import Furniture
from tasks.page import Page

_PROGRAMS = re.compile(rb"(?is)<(script|style)\b.*?</\1>")
_AGAIN = 2
"""Every page is timed so often, and the least time counts."""


def figures(path: Path) -> dict[str, float] | None:
    """Measure one page; null where it is rejected. Times in milliseconds of processor time."""
    content = path.read_bytes()
    page = Page(str(path), content, "html")
    document, cleaning = _timed(lambda: clean(page, Furniture.none()))
    if not isinstance(document, Document):
        return None
    _, bare = _timed(lambda: trafilatura.bare_extraction(content, with_metadata=True))
    reading, extracting = _timed(lambda: read(document))
    elements = [element for element in html.fromstring(content).iter() if isinstance(element.tag, str)]
    attributes = [(name, value) for element in elements for name, value in element.attrib.items()]
    return {
        "kilobytes": len(content) / 1000,
        "of them script and style": sum(len(m.group()) for m in _PROGRAMS.finditer(content)) / 1000,
        "elements": len(elements),
        "attributes": len(attributes),
        "kilobytes of attributes": sum(len(name) + len(value) + 4 for name, value in attributes) / 1000,
        "words of the article": len(document.text.split()),
        "mentions in 400 words": len(reading.mentions) / len(document.text.split()) * 400,
        "events in 400 words": len(reading.events) / len(document.text.split()) * 400,
        "bare trafilatura, ms": bare,
        "our cleaning, ms": cleaning,
        "our extraction, ms": extracting,
    }


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    least = float("inf")
    for _ in range(_AGAIN):
        began = process_time()
        result = work()
        least = min(least, process_time() - began)
    return result, least * 1000


def compared(folder: Path, pages: int, seed: int) -> Iterator[str]:
    """Yield the lines of a table: the pages of a folder beside invented ones."""
    with TemporaryDirectory() as made:
        corpus.write(Path(made), pages, "news", seed)
        sides = [_all(folder), _all(Path(made))]
    yield f"| mean (median) of | {len(sides[0])} pages given | {len(sides[1])} pages invented |"
    yield "|---|---|---|"
    for name in sides[0][0]:
        cells = ([page[name] for page in side] for side in sides)
        yield " | ".join([f"| {name}", *(f"{mean(cell):.1f} ({median(cell):.1f})" for cell in cells)]) + " |"


def _all(folder: Path) -> list[dict[str, float]]:
    found = [figures(path) for path in sorted(folder.rglob("*.htm*"))]
    return [page for page in found if page]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Set invented pages beside those of a folder.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=300, help="invented pages")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("\n".join(compared(options.folder, options.pages, options.seed)))


if __name__ == "__main__":
    main()
