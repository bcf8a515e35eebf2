"""Figures: whether two figures agree, and how much their likeness says."""

from resolution.report import Figure
from resolution.weights import weight

ABOUT = 0.2
"""Share by which "about" may be off on either side."""
TOGETHER = "killed or injured"
"""Counted in one figure."""
UNSAID = frozenset({"people", TOGETHER})
"""Counted without a side: comparable to any."""
Bounds = tuple[float, float]


def bounds(figure: Figure) -> Bounds:
    """Return the least and the most that the wording supports."""
    low = figure.low or 0.0
    high = float("inf") if figure.high is None else figure.high
    return (low * (1 - ABOUT), high * (1 + ABOUT)) if figure.approximate else (low, high)


def agree(one: Bounds, other: Bounds) -> bool:
    """Tell whether a number is within both."""
    return one[0] <= other[1] and other[0] <= one[1]


def likeness(ones: tuple[Figure, ...], others: tuple[Figure, ...]) -> float:
    """Return the sum over the roles that both tell, each by the two figures that are most alike, held within limits."""
    if not ones or not others:
        return 0.0
    ones, others = _as_told_by(others, ones), _as_told_by(ones, others)
    total = 0.0
    # In one order: a sum of three hangs on it in the last digit, and the order of a set on the process.
    for role in sorted({figure.role for figure in ones} & {figure.role for figure in others}):
        found = [
            weight("figure", level(one, other))
            for one in ones
            if one.role == role
            for other in others
            if other.role == role and _comparable(one, other)
        ]
        total += max(found, default=0.0)
    return min(max(total, weight("figure", "least")), weight("figure", "most"))


def _as_told_by(others: tuple[Figure, ...], figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return figures with killed and injured as one, open where only one of them is told, where the others do so."""
    if not any(other.counted == TOGETHER for other in others) or any(one.counted == TOGETHER for one in figures):
        return figures
    hurt = [one for one in figures if one.role in ("killed", "injured")]
    if not hurt:
        return figures
    whole = len({one.role for one in hurt}) > 1 and all(one.high is not None for one in hurt)
    low, high = (sum(getattr(one, end) or 0.0 for one in hurt) for end in ("low", "high"))
    both = Figure("killed", TOGETHER, low, high if whole else None, any(one.approximate for one in hurt))
    return (*(one for one in figures if one not in hurt), both)


def at_most(ones: tuple[Figure, ...], others: tuple[Figure, ...]) -> float:
    """Return what their likeness cannot be above."""
    return weight("figure", "most") if ones and others else 0.0


def level(one: Figure, other: Figure) -> str:
    """Return how alike two figures are."""
    a, b = bounds(one), bounds(other)
    if agree(a, b):
        return _equal(a[0]) if a == b and a[0] == a[1] else "agree"
    less, more = sorted((one.low or one.high or 1, other.low or other.high or 1))
    ratio = more / max(less, 1)
    if ratio <= 4 / 3:
        return "close"
    return "apart" if ratio <= 2 else "wide apart" if ratio <= 5 else "far apart"


def _equal(number: float) -> str:
    if number <= 1:
        return "equal one"
    return "equal few" if number <= 3 else "equal some" if number <= 9 else "equal many"


def _comparable(one: Figure, other: Figure) -> bool:
    return one.counted == other.counted or bool({one.counted, other.counted} & UNSAID)
