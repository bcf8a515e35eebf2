"""Column: nested values as a series of Polars."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

import polars as pl

V = TypeVar("V", bound=Hashable)


def nested(name: str, values: Iterable[V], dtype: Any, build: Callable[[V], list[Any]]) -> pl.Series:
    """Return a series of the lists that `build` makes of `values`.

    Each distinct one is built once, since that is slow, and most are empty or stand often.
    """
    numbers: dict[V, int] = {}
    places = [numbers.setdefault(value, len(numbers)) for value in values]
    return pl.Series(name, list(map(build, numbers)), dtype).gather(places)
