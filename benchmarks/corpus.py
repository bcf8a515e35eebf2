"""Corpus: HTML pages of invented articles in a folder, the same for the same seed.

python -m benchmarks.corpus FOLDER [--pages 1000] [--shape news|small] [--seed 1]
"""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from types import MappingProxyType

from benchmarks.page import page
from benchmarks.shape import Shape, news, small

SHAPES: Mapping[str, Callable[[Random], Shape]] = MappingProxyType({"news": news, "small": small})


def write(folder: Path, pages: int, shape: str, seed: int) -> int:
    """Write pages as `000000.html`, … into a folder; return their size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number in range(pages):
        content = page(seed, number, SHAPES[shape](Random(f"{seed}/{number}/shape"))).encode()
        (folder / f"{number:06}.html").write_bytes(content)
        written += len(content)
    return written


def main() -> None:
    """Write a corpus to look at."""
    parser = argparse.ArgumentParser(description="Write invented news pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--shape", choices=SHAPES, default="news")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    written = write(options.folder, options.pages, options.shape, options.seed)
    print(f"{options.pages} pages, {written / 1e6:.1f} MB in {options.folder}")


if __name__ == "__main__":
    main()
