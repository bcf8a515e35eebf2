"""Gazetteer: from a name in any spelling to the places it may stand for."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from extraction.places.place_index import Candidate, PlaceIndex, pack
from extraction.places.place_key import acronym, strong_key, weak_key
from extraction.places.place_source import abbreviations, edition, spelled

_SHORTEST_WEAK = 4
_REMEMBERED = 1 << 16


class Gazetteer:
    """Places by the keys of their spellings.

    A spelling of up to five capitals ("UAE", "U.S.") is found only in capitals; every other one is found by its
    strong key, and failing that by its weak key (see `extraction.places.place_key`).
    """

    def __init__(self, index: PlaceIndex, edition: str) -> None:
        """Search `index`; `edition` is the digest of what it was built from."""
        self.edition = edition
        self._index = index
        self.find = lru_cache(_REMEMBERED)(self._find)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._index)

    def abbreviation(self, name: str) -> Candidate | None:
        """Return the first-level unit that the press abbreviates so ("N.D."); null where there is none."""
        return self._index.abbreviations.get(name)

    def _find(self, name: str, loosely: bool = False) -> Sequence[Candidate]:
        """Return the places that `name` may stand for; with `loosely` by the weak key. Empty where there is none."""
        if acronym(name) and (found := self._index.acronym(name)):
            return found
        key = strong_key(name)
        if not loosely:
            return self._index.strong(key)
        return self._index.weak(weak_key(key)) if len(key) >= _SHORTEST_WEAK else ()


_opened: Gazetteer | None = None


def use(gazetteer: Gazetteer | None) -> None:
    """Have this process look places up in `gazetteer` from now on; null stands for the embedded one."""
    global _opened
    _opened = gazetteer


def gazetteer() -> Gazetteer:
    """Return the gazetteer of this process: the one in use, else the embedded one."""
    return _opened if _opened is not None else embedded()


@cache
def embedded() -> Gazetteer:
    """Return the embedded gazetteer, built in memory once a process."""
    return Gazetteer(PlaceIndex(pack(spelled(), abbreviations())), edition())


class GazetteerFile(NamedTuple):
    """A gazetteer that lies in a file, to be opened by every process."""

    path: Path
    edition: str

    def open(self) -> Gazetteer:
        """Map the file, which must not be written to again.

        Raises:
            OSError: there is no such file, or it cannot be read.
            ValueError: it is no index, or not a whole one.
        """
        return Gazetteer(PlaceIndex.open(self.path), self.edition)
