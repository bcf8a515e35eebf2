"""Shape: how large the parts of a page are, as measured on real news pages (see `README.md`)."""

from dataclasses import dataclass
from math import log
from random import Random


@dataclass(frozen=True, slots=True)
class Shape:
    """What a page is to hold, more or less."""

    words: int
    """Of its article."""
    elements: int
    """Of its tree, all told."""
    script_bytes: int
    """Of its scripts and style sheets."""


def news(random: Random) -> Shape:
    """A news page. Sizes of real ones are log-normal: the middle and the spread of each are measured."""
    return Shape(
        words=_size(random, 815, 0.77, 150, 5_000),
        elements=_size(random, 800, 0.48, 200, 3_000),
        script_bytes=_size(random, 68_000, 1.4, 4_000, 800_000),
    )


def small(random: Random) -> Shape:
    """A page that is little more than its article, so that many of them take minutes and not hours."""
    return Shape(words=random.randint(300, 500), elements=random.randint(60, 120), script_bytes=1_000)


def _size(random: Random, middle: int, spread: float, least: int, most: int) -> int:
    return round(min(most, max(least, random.lognormvariate(log(middle), spread))))
