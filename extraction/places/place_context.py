"""Place context: what a document tells of the whereabouts."""

from collections import Counter
from dataclasses import dataclass, field
from math import cos, hypot, inf, radians

_KM_A_DEGREE = 111.2
_FAR = 250.0
"""Kilometres from which on nearness says nothing."""

Spot = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(slots=True)
class Context:
    """What the document tells of the whereabouts."""

    nations: Counter[str] = field(default_factory=Counter)
    """Weight by country code."""
    units: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    """Weight by (country code, admin1)."""
    spots: list[Spot] = field(default_factory=list)
    """Where the well-known places lie that the document names, each once; to be added to by `know` only."""
    common: frozenset[str] = frozenset()
    """Words that the text also writes in lower case."""
    _nearest: dict[Spot, tuple[int, float]] = field(default_factory=dict)
    """By what was asked for how many spots were known then, and the distance of the nearest: the same few names are
    weighed again and again."""

    def know(self, spot: Spot) -> None:
        """Add a well-known place."""
        if spot not in self.spots:
            self.spots.append(spot)

    def weight(self, country: str | None) -> float:
        """Return the share of `country`, from 0 to 1, of the weight of the strongest country."""
        weight = self.nations.get(country or "", 0)
        return weight / max(self.nations.values()) if weight else 0.0

    def main(self) -> str | None:
        """Return the country of most weight; null where the document names none."""
        return max(self.nations, key=lambda country: self.nations[country], default=None)

    def nearness(self, latitude: float | None, longitude: float | None) -> float:
        """Return how near the nearest known spot is, from 1 (there) to 0 (far away, or nothing is known)."""
        if latitude is None or longitude is None or not self.spots:
            return 0.0
        at = (latitude, longitude)
        weighed, least = self._nearest.get(at, (0, inf))
        if weighed < len(self.spots):
            least = min(least, *[distance(at, spot) for spot in self.spots[weighed:]])
            self._nearest[at] = len(self.spots), least
        return nearness(least)


def nearness(kilometres: float) -> float:
    """Return 1 for what lies there, falling to 0 for what is far away."""
    return max(0.0, 1 - kilometres / _FAR)


def distance(one: Spot, other: Spot) -> float:
    """Return the distance in kilometres, good to a per cent or two where both lie in one country."""
    return _KM_A_DEGREE * hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0])))
