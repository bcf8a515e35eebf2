"""Plot: lines over runs, each in a band of its own with its lowest and highest figure, as SVG."""

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, BAND, LEFT, LINE = 900, 90, 150, 16


def plot(titles: Sequence[str], lines: Mapping[str, Sequence[float]]) -> str:
    """Return the picture. Every line begins at zero, so that what grows is seen to grow by how much."""
    top = 24 + LINE * len(titles)
    height = top + BAND * len(lines)
    told = "".join(f'<text x="10" y="{24 + LINE * n}">{escape(title)}</text>' for n, title in enumerate(titles))
    bands = "".join(_band(name, figures, top + BAND * n) for n, (name, figures) in enumerate(lines.items()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="sans-serif" '
        f'font-size="12"><rect width="100%" height="100%" fill="white"/>'
        f"{told}{bands}</svg>\n"
    )


def _band(name: str, figures: Sequence[float], top: int) -> str:
    most = max(figures) or 1.0
    step = (WIDTH - LEFT - 20) / max(1, len(figures) - 1)
    points = " ".join(f"{LEFT + n * step:.1f},{top + (BAND - 20) * (1 - y / most):.1f}" for n, y in enumerate(figures))
    told = f"{name}: {min(figures):.1f}–{most:.1f}"
    return f'<text x="10" y="{top + BAND / 2:.0f}">{told}</text><polyline points="{points}" fill="none" stroke="#036"/>'
