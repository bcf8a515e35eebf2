"""Statement: the only place that reads the SQL text of the project."""

import re
from functools import cache
from graphlib import TopologicalSorter
from hashlib import sha256
from importlib.resources import files
from itertools import takewhile
from typing import Literal

Folder = Literal[
    "schema", "macros", "views", "checks", "staged", "load", "copies", "resolve", "codebook", "queries", "lake"
]


@cache
def texts(folder: Folder) -> dict[str, str]:
    """Return the SQL text of each file of a folder by name without its ending, sorted by name."""
    found = {f.name.removesuffix(".sql"): f for f in files("sql").joinpath(folder).iterdir() if f.name.endswith(".sql")}
    return {name: found[name].read_text("utf-8") for name in sorted(found)}


def text(folder: Folder, name: str) -> str:
    """Return the SQL text of one file."""
    return texts(folder)[name]


def objects() -> dict[str, str]:
    """Return the text of each macro and view, after those that it reads from; in the same order in every process."""
    found = {**texts("macros"), **texts("views")}
    reads = {name: sorted({word for word in _words(sql) if word in found} - {name}) for name, sql in found.items()}
    return {name: found[name] for name in TopologicalSorter(reads).static_order()}


def header(sql: str) -> str:
    """Return what an SQL text says of itself: its first comment, in one line."""
    lines = takewhile(lambda line: line.startswith("--"), sql.splitlines())
    return " ".join(line.removeprefix("-- ") for line in lines if not line.startswith("-- noqa"))


def digest(sql: str) -> str:
    """Return the hex SHA-256 of an SQL text."""
    return sha256(sql.encode()).hexdigest()


def _words(sql: str) -> list[str]:
    """Return the words of an SQL text, without those of comments and of texts in it."""
    return re.findall(r"\w+", re.sub(r"--.*|'[^']*'", "", sql))
