"""Plot: lines over runs, and figures against their targets, as SVG."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from math import log

WIDTH, BAND, LEFT, LINE = 900, 90, 150, 16
NAMES, FARTHEST = 470, 8.0
"""Where the bars begin; how many times better or worse than its target a figure may be before its bar is cut off."""


def plot(titles: Sequence[str], lines: Mapping[str, Sequence[float]]) -> str:
    """Return the picture. Every line begins at zero, so that what grows is seen to grow by how much."""
    top = 24 + LINE * len(titles)
    bands = (_band(name, figures, top + BAND * n) for n, (name, figures) in enumerate(lines.items()))
    return _picture(titles, bands, top + BAND * len(lines))


def targets(titles: Sequence[str], times: Sequence[tuple[str, float]]) -> str:
    """Return a picture of figures, each as how many times better it is than its target: below one is short."""
    top = 24 + LINE * len(titles)
    height = top + LINE * len(times) + 10
    line = f'<line x1="{_along(1)}" x2="{_along(1)}" y1="{top - 10}" y2="{height}" stroke="black"/>'
    bars = (_bar(name, better, top + LINE * n) for n, (name, better) in enumerate(times))
    return _picture(titles, [*bars, line], height)


def _picture(titles: Sequence[str], parts: Iterable[str], height: int) -> str:
    told = "".join(f'<text x="10" y="{24 + LINE * n}">{escape(title)}</text>' for n, title in enumerate(titles))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif" '
        f'font-size="12"><rect width="100%" height="100%" fill="white"/>'
        f"{told}{''.join(parts)}</svg>\n"
    )


def _bar(name: str, better: float, top: int) -> str:
    start, end = sorted((_along(1), _along(better)))
    colour = "#283" if better >= 1 else "#b32"
    return (
        f'<text x="10" y="{top + 11}">{escape(name)}</text>'
        f'<rect x="{start:.1f}" y="{top}" width="{end - start:.1f}" height="{LINE - 4}" fill="{colour}"/>'
    )


def _along(better: float) -> float:
    """Return where a figure stands, on a scale of logarithms with the target in the middle."""
    half = (WIDTH - 20 - NAMES) / 2
    return NAMES + half * (1 + log(min(FARTHEST, max(1 / FARTHEST, better))) / log(FARTHEST))


def _band(name: str, figures: Sequence[float], top: int) -> str:
    most = max(figures) or 1.0
    step = (WIDTH - LEFT - 20) / max(1, len(figures) - 1)
    points = " ".join(f"{LEFT + n * step:.1f},{top + (BAND - 20) * (1 - y / most):.1f}" for n, y in enumerate(figures))
    told = f"{name}: {min(figures):.1f}–{most:.1f}"
    return f'<text x="10" y="{top + BAND / 2:.0f}">{told}</text><polyline points="{points}" fill="none" stroke="#036"/>'
