"""Gazetteer: from a name in any spelling to the places it may stand for."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from extraction.places.place_key import strong_key, weak_key
from extraction.places.place_source import Candidate, Spelled, abbreviations, spelled

__all__ = ["Candidate", "Gazetteer", "gazetteer"]

_ACRONYM_LENGTH = 5
_SHORTEST_WEAK = 4
_REMEMBERED = 1 << 16


class Gazetteer:
    """Places by the keys of their spellings.

    A spelling of up to five capitals ("UAE", "U.S.") is found only in capitals; every other one is found by its
    strong key, and failing that by its weak key (see `extraction.places.place_key`).
    """

    def __init__(self, places: Iterable[Spelled], short: dict[str, Candidate] | None = None) -> None:
        """Index `places`; `short` holds the abbreviations that `abbreviation` finds."""
        self._places: list[Candidate] = []
        self._acronyms: dict[str, list[int]] = {}
        self._short = short or {}
        names: list[str] = []
        owners: list[int] = []
        for number, (place, spellings) in enumerate(places):
            self._places.append(place)
            for spelling in spellings:
                if _acronym(spelling):
                    self._acronyms.setdefault(spelling, []).append(number)
                else:
                    names.append(spelling)
                    owners.append(number)
        keys = strong_key("\n".join(names))
        self._strong = _index(keys.split("\n"), owners)
        self._weak = _index(weak_key(keys).split("\n"), owners)
        self.find = lru_cache(_REMEMBERED)(self._find)

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._places)

    def abbreviation(self, name: str) -> Candidate | None:
        """Return the first-level unit that the press abbreviates so ("N.D."); null where there is none."""
        return self._short.get(name)

    def _find(self, name: str, loosely: bool = False) -> Sequence[Candidate]:
        """Return the places that `name` may stand for; with `loosely` by the weak key. Empty where there is none."""
        if _acronym(name) and (found := self._acronyms.get(name)):
            return tuple(self._places[number] for number in found)
        key = strong_key(name)
        if not loosely:
            owners = self._strong.get(key, ())
        else:
            owners = self._weak.get(weak_key(key), ()) if len(key) >= _SHORTEST_WEAK else ()
        return tuple(self._places[number] for number in owners)


@cache
def gazetteer() -> Gazetteer:
    """Return the embedded gazetteer, built once a process."""
    return Gazetteer(spelled(), abbreviations())


def _acronym(name: str) -> bool:
    return len(name.replace(".", "")) <= _ACRONYM_LENGTH and name.isupper() and name.replace(".", "").isalnum()


def _index(keys: Sequence[str], owners: Sequence[int]) -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for key, owner in zip(keys, owners, strict=True):
        held = index.get(key)
        if held is None:
            index[key] = (owner,)
        elif owner not in held:
            index[key] = (*held, owner)
    index.pop("", None)
    return index
