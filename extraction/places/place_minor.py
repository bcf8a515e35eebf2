"""Minor places: villages and landmarks that only a large gazetteer knows. There is one for nearly every word.

So a minor place needs a cue, and has to lie where the document is; without them its name is what it was before that
gazetteer was loaded: a name that nobody knows.
"""

from functools import cache

from extraction.lexicon import load
from extraction.places.place_context import Context
from extraction.places.place_index import Candidate
from extraction.places.place_sighting import Sighting
from extraction.places.place_words import words
from extraction.sentences.fold import fold

_WELL_KNOWN = frozenset({"country", "admin1", "admin2", "city"})
_LARGE = 100_000
_NEXT_TO = 0.8
"""Nearness of what lies within some 50 km."""
BARE = frozenset({"in", "at", "near", "outside", "around"})
"""Words right before a name that alone make a place of it."""


def minor(candidate: Candidate) -> bool:
    """Whether only who lives there can be expected to know the place."""
    return not candidate.curated and candidate.feature not in _WELL_KNOWN


def obscure(seen: Sighting) -> bool:
    """Whether the gazetteer knows the name not at all, or only as that of minor places."""
    return all(map(minor, seen.candidates))


def little_known(seen: Sighting) -> bool:
    """Whether nothing of that name is in the lexicon or a large town."""
    return not any(candidate.curated or candidate.population >= _LARGE for candidate in seen.candidates)


def is_english(seen: Sighting, candidate: Candidate) -> bool:
    """Whether the name is an ordinary word of English, and the candidate not a place that everybody knows."""
    if candidate.curated or candidate.population >= _LARGE:
        return False
    name = seen.name.lower()
    return name in _english() or (minor(candidate) and name in words().common)


def fits(seen: Sighting, candidate: Candidate, context: Context) -> bool:
    """Whether a minor place is meant: there is a cue, and the document names its province or a place close by."""
    if seen.noun in (None, "either") and not seen.listed and not _bare(seen):
        return False
    if context.units[candidate.country_code, candidate.admin1]:
        return True
    return context.nearness(candidate.latitude, candidate.longitude) > _NEXT_TO


def sole(seen: Sighting, candidate: Candidate) -> bool:
    """Whether no other province of its country has a place of that name."""
    units = {other.admin1 for other in seen.candidates if other.country_code == candidate.country_code}
    return len(units) == 1


def _bare(seen: Sighting) -> bool:
    return seen.first > 0 and seen.sentence.tokens[seen.first - 1].norm in BARE


@cache
def _english() -> frozenset[str]:
    return frozenset(fold(str(word)) for word in load("common_words"))
