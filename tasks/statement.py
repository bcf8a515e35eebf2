"""Statement: the only place that reads the SQL text of the project."""

import re
from functools import cache
from graphlib import TopologicalSorter
from hashlib import sha256
from importlib.resources import files
from typing import Literal

Folder = Literal["schema", "macros", "views", "checks", "staged", "load", "queries"]


@cache
def texts(folder: Folder) -> dict[str, str]:
    """Return the SQL text of each file of a folder by name without its ending, sorted by name."""
    found = {f.name.removesuffix(".sql"): f for f in files("sql").joinpath(folder).iterdir() if f.name.endswith(".sql")}
    return {name: found[name].read_text("utf-8") for name in sorted(found)}


def text(folder: Folder, name: str) -> str:
    """Return the SQL text of one file."""
    return texts(folder)[name]


def views() -> dict[str, str]:
    """Return the text of each view, after those that it reads from."""
    found = texts("views")
    reads = {name: {word for word in re.findall(r"\w+", sql) if word in found} - {name} for name, sql in found.items()}
    return {name: found[name] for name in TopologicalSorter(reads).static_order()}


def digest(sql: str) -> str:
    """Return the hex SHA-256 of an SQL text."""
    return sha256(sql.encode()).hexdigest()
