"""Places: how alike the places of two events are, with the precision of each."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from resolution.report import Spot
from resolution.weights import weight

NEAR, NEIGHBOURING, FAR = 15.0, 50.0, 150.0
"""Kilometres."""
SHORTEST = 3
"""Letters of a skeleton that is not shared by chance."""
ELSEWHERE = frozenset({"neighbouring", "other place", "far", "other country"})


@lru_cache(1 << 14)  # reports of one place are compared with each other
def level(ones: tuple[Spot, ...], others: tuple[Spot, ...]) -> str:
    """Return how alike the places of two events are: that of the two that are most alike."""
    if not ones or not others:
        return "unknown"
    return max((_level(one, other) for one in ones for other in others), key=lambda found: weight("place", found))


def _level(one: Spot, other: Spot) -> str:
    found = _place(one, other)
    return "maybe elsewhere" if found in ELSEWHERE and (one.inherited or other.inherited) else found


def _place(one: Spot, other: Spot) -> str:
    if one.country and other.country and one.country != other.country:
        return "other country"
    if _same_name(one, other) and not _other(one.admin1, other.admin1):
        return "country only" if one.is_country else "same province" if one.province or other.province else "same place"
    if (one.precision or 4) == 4 or (other.precision or 4) == 4:
        return "country only"
    if one.province or other.province:
        return "far" if _other(one.admin1, other.admin1) else _in_province(one, other)
    if one.precision == 3 or other.precision == 3:
        return "region"
    return _within_district(one, other) or _by_distance(one, other)


def _same_name(one: Spot, other: Spot) -> bool:
    if one.name == other.name:
        return True
    alike = len(one.skeleton) >= SHORTEST and one.skeleton == other.skeleton
    return alike and (kilometres(one, other) or 0) <= NEAR


def _other(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _in_province(one: Spot, other: Spot) -> str:
    return "inside province" if one.admin1 and one.admin1 == other.admin1 else "region"


def _within_district(one: Spot, other: Spot) -> str | None:
    named = other.name == one.admin2 or one.name == other.admin2
    district = one.admin2 and one.admin2 == other.admin2 and 2 in (one.precision, other.precision)
    stands_for = 2 in (one.precision, other.precision) and (kilometres(one, other) or 99) < 1
    return "inside district" if named or district or stands_for else None


def _by_distance(one: Spot, other: Spot) -> str:
    apart = kilometres(one, other)
    if apart is None:
        return "far" if _other(one.admin1, other.admin1) else "neighbouring"
    if apart <= NEAR:
        return "quarters" if one.precision == 1 == other.precision else "near"
    within = FAR if _stands_for_another(one, other) else NEIGHBOURING
    return "neighbouring" if apart <= within else "other place" if apart <= FAR else "far"


def _stands_for_another(one: Spot, other: Spot) -> bool:
    """Tell whether one of two places of a province is a district, or no more than the nearest that is known."""
    return one.admin1 is not None and one.admin1 == other.admin1 and 2 in (one.precision, other.precision)


def kilometres(one: Spot, other: Spot) -> float | None:
    """Return the distance on the great circle; null where a place has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 12742 * asin(sqrt(half))
