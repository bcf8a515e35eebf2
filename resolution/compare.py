"""Compare: how likely it is that two reports tell one happening, as a sum of parts."""

from typing import NamedTuple

from resolution import dates, figures, kinds, parties, places, wording
from resolution.report import Party, Report
from resolution.weights import limit, weight

SWAPPED = frozenset({"armed_clash", "attack", "territory_regained", "territory_seized"})
"""Kinds with two sides that outlets name in either order."""


class Parts(NamedTuple):
    """What each likeness counts, in bits."""

    kind: float
    place: float
    date: float
    actor: float
    target: float
    figure: float
    operation: float
    wording: float
    story: float = 0.0
    """For what else the two documents tell; `compare`, which sees two reports alone, leaves it at none."""

    @property
    def score(self) -> float:
        """The sum."""
        return sum(self)

    @property
    def vetoed(self) -> bool:
        """Whether a part alone keeps the two apart."""
        return min(self) <= limit("veto")


def compare(one: Report, other: Report) -> Parts:
    """Return the likeness of two reports in each respect. It is the same the other way round."""
    figure = figures.likeness(one.figures, other.figures)
    return _parts(one, other, _date(one, other), _place(one, other), figure)


def alike(one: Report, other: Report, lacking: float = 0.0) -> Parts | None:
    """Return the likeness of two reports where it is enough for a link, else null: as soon as that is sure.

    `lacking` is how many bits it may fall short by: those that the story of the two documents can add.
    """
    veto, least = limit("veto"), limit("link") - lacking
    if (date := _date(one, other)) <= veto or (place := _place(one, other)) <= veto:
        return None
    at_best = _parts(one, other, date, place, figures.at_most(one.figures, other.figures))
    if at_best.score < least:
        return None
    parts = at_best._replace(figure=figures.likeness(one.figures, other.figures))
    return parts if parts.score >= least and not parts.vetoed else None


def _date(one: Report, other: Report) -> float:
    return weight("date", dates.level(one.when, other.when))


def _place(one: Report, other: Report) -> float:
    return weight("place", places.level(one.spots, other.spots))


def _parts(one: Report, other: Report, date: float, place: float, figure: float) -> Parts:
    actor, target = _sides(one, other)
    return Parts(
        weight("kind", kinds.level(one.kind, other.kind, one.status, other.status)),
        place,
        date,
        actor,
        target,
        figure,
        weight("operation", _operation(one.operation, other.operation)),
        weight("wording", wording.level(one.words, other.words)),
    )


def _sides(one: Report, other: Report) -> tuple[float, float]:
    straight = _pair(one, other.actors, other.targets)
    if one.kind in SWAPPED and other.kind in SWAPPED:
        return max(straight, _pair(one, other.targets, other.actors), key=sum)
    return straight


def _pair(one: Report, actors: tuple[Party, ...], targets: tuple[Party, ...]) -> tuple[float, float]:
    actor = weight("actor", parties.level(one.actors, actors))
    return actor, weight("target", parties.level(one.targets, targets))


def _operation(one: str | None, other: str | None) -> str:
    if not one or not other:
        return "unknown"
    return "same name" if one == other else "other name"
