"""Weights: what each level of likeness counts, in bits, from `weights.yaml`."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def weights() -> dict[str, Any]:
    """Return the whole table: limits by name, and levels by feature."""
    return dict(yaml.safe_load(files("resolution").joinpath("weights.yaml").read_bytes()))


@cache
def weight(feature: str, level: str) -> float:
    """Return what a level of a feature counts.

    Raises:
        KeyError: the table has no such level.
    """
    return float(weights()[feature][level])


@cache
def limit(name: str) -> float:
    """Return one of the limits: `link`, `support`, `veto` or `like first`."""
    return float(weights()[name])
