"""Place groups: the sightings of one sentence resolved together, from the last to the first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.mentions.mention import Place
from extraction.places.place_chain import Link, contains, link, rank
from extraction.places.place_context import Context
from extraction.places.place_index import Candidate
from extraction.places.place_minor import BARE, minor, obscure, sole
from extraction.places.place_resolve import best, likely, placed, sure, told, within
from extraction.places.place_sighting import Sighting
from extraction.places.place_words import words

_VILLAGE = "village"
_UNITS = frozenset({"admin1", "admin2"})
_SMALL, _LARGE = 15_000, 300_000
_UNSURE = frozenset({"AUS", "CAN", "GBR", "IRL", "NZL", "USA"})
"""Where English is at home: of their news the gazetteer knows the towns, and an unknown name after "in" is anything."""


@dataclass(slots=True)
class Found:
    """A sighting with its place; null where it is none."""

    seen: Sighting
    place: Place | None
    whole: "Found | None" = None
    """The sighting that tells where this one lies."""
    is_container: bool = False


def resolve(seen: Sequence[Sighting], context: Context) -> list[Found]:
    """Return the sightings of one sentence with their places."""
    found: list[Found] = []
    seen = _whole_names(seen, context)
    for number in range(len(seen) - 1, -1, -1):
        following = found[0] if found else None
        how = link(seen[number], seen[number + 1]) if following else None
        part = how == "in" and _of_its_part(seen[number], seen[number + 1])
        how = "owns" if part else how
        seen[number].taken = seen[number].taken or (how == "near" and not _with_article(seen[number]))
        whole = _whole(seen[number], following, how, context) if following and following.place else None
        item = Found(seen[number], _place(seen[number], context, whole), whole)
        if following and item.place:
            if part:
                following.whole = item
            elif how == "owns":
                _own(item, following, context)
            elif how == "near" and following.place and _refers(item.place, following.place):
                following.is_container = True
        found.insert(0, item)
    for item in found:
        if item.place and item.whole:
            item.whole.is_container = True
            for other in found:  # "Mand, in Pakistan's Balochistan province"
                owned = other is not item and other.whole is item.whole
                other.is_container |= owned and other.seen.first > item.whole.seen.first
    return found


def _with_article(seen: Sighting) -> bool:
    """Whether it is told as no town is: "hijacked the Jaffar Express near Sibi"."""
    return seen.first > 0 and seen.sentence.tokens[seen.first - 1].norm == "the" and obscure(seen)


def _refers(place: Place, beside: Place) -> bool:
    """Whether what lies beside a place only tells where that is: "Arhab district, north of Sanaa"."""
    return rank(place.feature) >= min(rank(beside.feature), rank("admin2")) and rank(beside.feature) > 1


def _whole_names(seen: Sequence[Sighting], context: Context) -> list[Sighting]:
    """Return the sightings, small homonyms of countries that are not at issue read as the unknown names they are."""
    kept: list[Sighting] = []
    for item in seen:
        if kept and item.first < kept[-1].last:
            continue
        choice = best(item, context, None) if item.candidates else None
        if choice is not None and _elsewhere(item, context) and not sure(item, choice, context):
            if item.longer is not None:
                item = item.longer
            elif item.loose or (choice.population < _SMALL and not choice.curated and choice.feature == "city"):
                item = replace(item, candidates=(), loose=False)
        elif choice is not None and item.longer is not None and choice.feature == "region" and item.role:
            item = item.longer
        kept.append(item)
    return kept


def _elsewhere(seen: Sighting, context: Context) -> bool:
    """Whether all that the name may stand for lies in countries of which the document does not speak."""
    return bool(context.nations) and all(
        c.country_code and not context.nations[c.country_code] for c in seen.candidates
    )


def _whole(seen: Sighting, following: Found, how: Link | None, context: Context) -> Found | None:
    """Return the sighting that tells where `seen` lies: the one after it, or the one that places its list."""
    place = following.place
    if place is None or how in (None, "owns"):
        return None
    inside = any(
        contains(place, c) and (c.admin1 or how == "in" or place.feature == "country") for c in seen.candidates
    )
    unlisted = obscure(seen) or _abroad(seen, following, context)
    unlisted = unlisted or (seen.noun is not None and (following.seen.noun in _UNITS or _of(seen, following.seen)))
    if how in ("in", "comma") and (inside or (unlisted and _may_hold(seen, place, how))):
        return following
    if how == "near" and obscure(seen):
        return following
    if how in ("list", "comma") and not _lies_beside(seen, following.whole):
        return following.whole
    return None


def _abroad(seen: Sighting, unit: Found, context: Context) -> bool:
    """Whether a town is told in a unit of a country that has none of that name known: "Kaya, Zamfara State".

    What the gazetteer knows lies in countries that are no more at issue, and is no city that the world knows.
    """
    if unit.place is None or unit.seen.noun is None or unit.place.feature not in _UNITS:
        return False
    country = unit.place.country_code
    return all(
        c.feature == "city"
        and c.population < _LARGE
        and c.country_code != country
        and context.nations[c.country_code or ""] <= context.nations[country or ""]
        for c in seen.candidates
    )


def _lies_beside(seen: Sighting, whole: Found | None) -> bool:
    """Whether the places of that name lie in the country of what holds a list, yet not in it."""
    place = whole.place if whole else None
    if place is None or obscure(seen):
        return False
    return all(c.curated and c.country_code == place.country_code and not contains(place, c) for c in seen.candidates)


def _of(seen: Sighting, following: Sighting) -> bool:
    """Whether only "of" stands between: "the al-Rawda district of Taiz"."""
    return [token.norm for token in seen.sentence.tokens[seen.last : following.first]] == ["of"]


def _of_its_part(seen: Sighting, part: Sighting) -> bool:
    """Whether the noun before "of" is that of the name behind it: "the Lagos suburb of Ikorodu"."""
    if seen.noun is None or part.noun is not None or not _of(seen, part):
        return False
    return any(
        (whole.country_code, whole.admin1) == (inner.country_code, inner.admin1)
        and (whole.feature == "admin1" or whole.population > inner.population)
        for whole in seen.candidates
        for inner in part.candidates
    ) and all(rank(inner.feature) >= rank("admin2") for inner in part.candidates)


def _may_hold(seen: Sighting, place: Place, how: Link) -> bool:
    is_told = how == "in" or seen.noun is not None or seen.role is not None
    return is_told and (rank(seen.noun or _VILLAGE) > rank(place.feature) or place.feature == "city")


def _own(owner: Found, owned: Found, context: Context) -> None:
    """Place what a province or country owns ("Anbar's Haditha district")."""
    place = owner.place
    inside = place is not None and any(contains(place, candidate) for candidate in owned.seen.candidates)
    if inside or (place and owned.seen.noun and obscure(owned.seen)):
        owned.place, owned.whole = _place(owned.seen, context, owner), owner


def _place(seen: Sighting, context: Context, whole: Found | None) -> Place | None:
    container = whole.place if whole else None
    choice = best(seen, context, container)
    if choice is not None:
        held = container is not None and not _is_word(seen) and _holds(container, choice, seen)
        if held or sure(seen, choice, context) or likely(seen, choice, context):
            return told(seen, placed(choice, container if held else None))
    if _is_word(seen) or seen.name.lower() in context.common:
        return None
    if seen.noun is not None or seen.taken or (container and (seen.role or seen.listed)):
        return within(seen, container)
    if seen.partial or not obscure(seen) or context.main() in _UNSURE:
        return None
    before = seen.sentence.tokens[seen.first - 1].norm if seen.first else ""
    return within(seen, container) if before in BARE else None


def _holds(container: Place, choice: Candidate, seen: Sighting) -> bool:
    """Whether the container settles which place is meant: of minor places, a country may hold many of a name."""
    open_still = minor(choice) and container.feature == "country" and not sole(seen, choice)
    return contains(container, choice) and not open_still


def _is_word(seen: Sighting) -> bool:
    return seen.name.lower() in words().never
