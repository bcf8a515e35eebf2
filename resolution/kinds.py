"""Kinds: how alike two kinds of event are, and which are compared at all."""

from functools import cache
from importlib.resources import files

import yaml

NOT_YET = frozenset({"planned"})


@cache
def groups() -> dict[str, dict[str, list[str]]]:
    """Return the groups of kinds that may tell one happening, from `kinds.yaml`."""
    return dict(yaml.safe_load(files("resolution").joinpath("kinds.yaml").read_bytes()))


def members() -> list[tuple[str, str]]:
    """Return each kind with each of its groups."""
    return [(kind, name) for name, group in groups().items() for level in group.values() for kind in level]


@cache
def comparable(kind: str, other: str) -> bool:
    """Tell whether two kinds have a group in common."""
    return any({kind, other} <= {*group["kin"], *group.get("distant", ())} for group in groups().values())


@cache
def level(kind: str, other: str, status: str, other_status: str) -> str:
    """Return how alike two kinds are; both have a group in common."""
    if (status in NOT_YET) != (other_status in NOT_YET):
        return "not yet"
    if kind == other:
        return "same"
    kin = any(kind in group["kin"] and other in group["kin"] for group in groups().values())
    return "kin" if kin else "distant"
