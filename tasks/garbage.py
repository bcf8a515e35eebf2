"""Garbage: how often Python's collector of cyclic garbage looks at what there is."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 50_000
"""New objects after which it looks again, some megabytes: rows and pages leave next to no cycles."""


def look_seldom() -> None:
    """Have the collector look seldom for as long as the process lives."""
    gc.set_threshold(_OBJECTS)


def settle() -> None:
    """Spare the collector what is loaded, and have it look seldom, for as long as the process lives."""
    look_seldom()
    gc.collect()
    gc.freeze()


@contextmanager
def seldom() -> Iterator[None]:
    """Have the collector look seldom within."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
