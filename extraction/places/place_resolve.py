"""Place resolution: which place a sighting means, decided by the document's other places, its chain and its noun."""

from collections.abc import Sequence
from dataclasses import replace
from math import log10

from extraction.mentions.mention import Place
from extraction.places.gazetteer import gazetteer
from extraction.places.place_chain import contains, rank
from extraction.places.place_context import Context, distance, nearness
from extraction.places.place_index import Candidate
from extraction.places.place_key import strong_key
from extraction.places.place_minor import fits, is_english, minor
from extraction.places.place_sighting import Sighting
from extraction.places.place_words import words

PRECISION = {"country": 4, "admin1": 3, "region": 3, "desert": 3, "river": 3}
"""Geo precision by feature; mountains, valleys and the like count as 2, what has a spot on the map as 1."""
_WIDE = frozenset({"admin2", "province", "mountain", "valley", "lake", "forest"})
_LARGE = 100_000
_SHORTEST_SURE = 4
_THERE = 3.0
_BARE_NAME = {"city": 2, "admin2": -2}
"""Whether a well-known name without a noun is rather that of a town or that of a district around it."""
_OF_CURATED = 20
"""Of two well-known towns of a name the larger one is meant: Tripoli in Libya."""
_LANDSCAPES = frozenset({"river", "lake", "desert", "mountain", "forest", "region", "valley"})
_SETTLEMENTS = frozenset({"city", "village", "neighbourhood"})


def best(seen: Sighting, context: Context, whole: Place | None) -> Candidate | None:
    """Return the candidate that fits best, given the place that the text tells as its container; null without one."""
    candidates = seen.candidates
    if whole is not None:
        inside = [candidate for candidate in candidates if contains(whole, candidate)]
        candidates = inside or [c for c in candidates if _beside(whole, c)]
    if not candidates:
        return None
    if len(candidates) == 1:
        return candidates[0]
    chosen = max(candidates, key=lambda c: _score(seen, c, context) + _by_distance(seen, c, context, whole))
    return _as_told(chosen, candidates) if chosen.feature == "city" and not chosen.curated else chosen


def _as_told(town: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """Return the town of a district that the lexicon knows: it is known as well, and spelled the same."""
    units = (town.country_code, town.admin1)
    district = next((c for c in candidates if c.curated and (c.country_code, c.admin1) == units), None)
    return town._replace(name=district.name, curated=True) if district else town


def _beside(whole: Place, candidate: Candidate) -> bool:
    same = (whole.country_code, whole.admin1) == (candidate.country_code, candidate.admin1)
    return same and rank(whole.feature) >= rank("city")


def _score(seen: Sighting, candidate: Candidate, context: Context) -> float:
    score = 5 * context.weight(candidate.country_code)
    score += log10(candidate.population + 1) / (_OF_CURATED if candidate.curated else 2)
    score += candidate.name.lower() == seen.name.lower()
    score += 3 * candidate.curated + 5 * (candidate.feature == "country")
    if candidate.feature != "admin1" and (candidate.country_code, candidate.admin1) in context.units:
        score += 3
    return score + _by_noun(seen, candidate)


def _by_distance(seen: Sighting, candidate: Candidate, context: Context, whole: Place | None) -> float:
    """Score how near the place lies to its container, else to the nearest known place of the document."""
    if candidate.latitude is None or candidate.longitude is None or (candidate.feature == "admin2" and not seen.noun):
        return 0
    if whole is not None and whole.latitude is not None and whole.longitude is not None:
        return _THERE * nearness(distance((candidate.latitude, candidate.longitude), (whole.latitude, whole.longitude)))
    return _THERE * context.nearness(candidate.latitude, candidate.longitude)


def _by_noun(seen: Sighting, candidate: Candidate) -> float:
    noun, feature = seen.noun, candidate.feature
    if noun is None:
        if feature == "admin1":
            return 3 if seen.directed else 1
        if feature in _LANDSCAPES and seen.with_article:
            return 4
        return _BARE_NAME.get(feature, 0) if candidate.curated else -1 if minor(candidate) else 0
    if noun == feature or (noun == "either" and feature in ("admin1", "region")):
        return 6
    if noun == "admin1":
        return 4 if feature == "province" else -8
    if noun == "admin2":
        return 4 if feature == "province" else 3 if feature == "city" else -2
    return 4 if noun in _SETTLEMENTS and feature in _SETTLEMENTS else 0


def sure(seen: Sighting, candidate: Candidate, context: Context) -> bool:
    """Whether the name is a place wherever it stands: a country, a province, a large or well-known town in question."""
    if seen.loose or seen.name.lower() in context.common:
        return False
    if seen.name.lower() in words().common:
        return candidate.feature == "country" and context.nations[candidate.country_code or ""] > 0
    if candidate.feature == "country":
        return True
    at_issue = (
        context.nations[candidate.country_code or ""] > 0 or candidate.country_code is None or not context.nations
    )
    if seen.partial and candidate.feature != "admin1":
        return False
    if candidate.curated:
        return candidate.feature == "admin1" or (at_issue and len(strong_key(seen.name)) >= _SHORTEST_SURE)
    large = candidate.population >= (_LARGE if at_issue else 10 * _LARGE)
    return large and strong_key(seen.name) == strong_key(candidate.name)


def likely(seen: Sighting, candidate: Candidate, context: Context) -> bool:
    """Whether the name is a place where a noun, a preposition or a list says so."""
    told = seen.noun is not None or seen.role is not None or seen.listed or seen.taken
    if not told or (seen.partial and seen.noun is None) or _never(seen):
        return False
    if candidate.feature == "country" and seen.role is not None:
        return True
    if seen.loose and not candidate.curated and (seen.noun is None or seen.noun in _LANDSCAPES):
        return False
    if seen.noun is None and is_english(seen, candidate):
        return False
    if minor(candidate):
        return fits(seen, candidate, context)
    is_word = seen.name.lower() in words().common
    if candidate.curated and not seen.loose and not is_word:
        return True
    at_issue = context.nations[candidate.country_code or ""] > 0
    if not candidate.curated and (
        (is_word and (seen.noun == "either" or not (seen.noun or at_issue))) or _modifies(seen)
    ):
        return False
    at_issue = at_issue or not context.nations
    return at_issue or (candidate.population >= _LARGE and strong_key(seen.name) == strong_key(candidate.name))


def _modifies(seen: Sighting) -> bool:
    """Whether the name only tells which thing is meant: "at the Santa Cruz cemetery"."""
    tokens, first = seen.sentence.tokens, seen.first
    return seen.noun is None and not seen.with_article and first > 0 and tokens[first - 1].norm == "the"


def _never(seen: Sighting) -> bool:
    return seen.noun is None and seen.name.lower() in words().never


def told(seen: Sighting, place: Place) -> Place:
    """Return the place as the noun beside its name tells it: the district of a town's name, the dam beside a town."""
    if seen.noun == "admin2" and place.feature == "city":
        name = place.name if strong_key(place.name) == strong_key(seen.name) or seen.loose else seen.name
        return replace(place, name=name, feature="admin2", admin2=name, geo_precision=2)
    noun = seen.noun_word
    bears = seen.noun not in (*_SETTLEMENTS, "either", place.feature) and rank(seen.noun) == rank("facility")
    if noun and noun[0].isupper() and bears:
        return within(seen, place)
    return place


def placed(candidate: Candidate, whole: Place | None = None) -> Place:
    """Return the candidate as a place.

    One without coordinates takes those of its province, with that precision; one without a province (a river, a
    range) takes that of `whole`, which the text tells as its container.
    """
    precision = PRECISION.get(candidate.feature, 2 if candidate.feature in _WIDE else 1)
    latitude, longitude = candidate.latitude, candidate.longitude
    if latitude is None and precision < PRECISION["admin1"] and (unit := province(candidate)):
        latitude, longitude, precision = unit.latitude, unit.longitude, PRECISION["admin1"]
    return Place(
        name=candidate.name,
        geoname_id=candidate.geoname_id,
        admin1=candidate.admin1 or (whole.admin1 if whole else None),
        admin2=candidate.admin2,
        country_code=candidate.country_code,
        latitude=latitude,
        longitude=longitude,
        geo_precision=precision,
        feature=candidate.feature,
    )


def province(candidate: Candidate) -> Candidate | None:
    """Return the first-level unit that holds the candidate; null where it is not known."""
    units = gazetteer().find(candidate.admin1) if candidate.admin1 else ()
    return next((u for u in units if u.feature == "admin1" and u.country_code == candidate.country_code), None)


def within(seen: Sighting, whole: Place | None) -> Place:
    """Return a place that no gazetteer knows, put where its container or the nearest known place lies."""
    feature = seen.noun if seen.noun not in (None, "either") else "place"
    name = seen.name
    if seen.noun_word and feature not in ("admin1", "admin2") and feature not in _SETTLEMENTS:
        name = f"{name} {seen.noun_word}"
    if whole is None:
        return Place(name=name, feature=feature or "place")
    return Place(
        name=name,
        admin1=name if feature == "admin1" else whole.admin1,
        admin2=name if feature == "admin2" else whole.name if whole.feature == "admin2" else whole.admin2,
        country_code=whole.country_code,
        latitude=whole.latitude,
        longitude=whole.longitude,
        geo_precision=max(2, whole.geo_precision or 2),
        feature=feature or "place",
    )
