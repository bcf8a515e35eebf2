"""Verdict: a figure against its target, and the table of them all."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import inf
from typing import Literal

from benchmarks.measure import Spread


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was measured, on what, and how it stands to its target; null where it has none or could not be measured."""

    what: str
    on: str
    figure: Spread | None
    sense: Literal["at least", "at most"] | None = None
    target: float | None = None
    missing: str = "needs /proc"
    """Why there is no figure, where there is none."""

    @property
    def says(self) -> str:
        """Return `met`, `short by …`, or why there is no verdict. The median decides."""
        if self.figure is None:
            return f"not measured: {self.missing}"
        if self.target is None:
            return ""
        short = self.target - self.figure.middle if self.sense == "at least" else self.figure.middle - self.target
        return "met" if short <= 0 else f"short by {short:.2f}"

    @property
    def better(self) -> float | None:
        """How many times better than its target the figure is, below one where it is short; null without a verdict."""
        if self.figure is None or self.target is None:
            return None
        over, under = self.figure.middle, self.target
        if self.sense == "at most":
            over, under = under, over
        return over / under if under else inf if over else 1.0


def table(verdicts: Sequence[Verdict]) -> str:
    """Return the verdicts as a Markdown table: figures as median (lowest–highest)."""
    lines = ["| measure | on | figure | target | verdict |", "|---|---|---|---|---|"]
    for verdict in verdicts:
        target = f"{verdict.sense} {verdict.target:g}" if verdict.target is not None else ""
        lines.append(f"| {verdict.what} | {verdict.on} | {verdict.figure or '-'} | {target} | {verdict.says} |")
    return "\n".join(lines)


def machine() -> str:
    """Return what the figures were measured on, in one line."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("trafilatura", "duckdb", "polars"))
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {python}, {libraries}"
