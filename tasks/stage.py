"""Stage: the rows of one batch as Parquet files, which the loader merges into the warehouse."""

import fcntl
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints
from uuid import UUID, uuid4

import polars as pl

from settings import Settings
from tasks.facts import facts
from tasks.outcome import Success
from tasks.page import Rejection
from tasks.rows import RELATIONS, Row

DTYPES: dict[Any, Any] = {
    UUID: pl.String,
    str: pl.String,
    int: pl.Int64,
    float: pl.Float64,
    bool: pl.Boolean,
    date: pl.Date,
    datetime: pl.Datetime("us", "UTC"),
    tuple[str, ...]: pl.List(pl.String),
}
"""How a value of a row type is staged. Parquet as polars writes it has no UUID: the loader casts."""


@dataclass(frozen=True, slots=True)
class Staged:
    """One batch on disk: a folder with one Parquet file a relation, and how many rows each has."""

    path: Path
    counts: Mapping[str, int]


def stage(outcomes: Sequence[Success | Rejection], folder: Path, name: str) -> Staged:
    """Write the rows of `outcomes` to `folder/name`, whole or not at all; a batch staged before is replaced.

    Each row carries the `outcome` that it belongs to (`name/position`), since one page may be handed in twice.
    """
    found: dict[type[Row], list[tuple[str, Row]]] = defaultdict(list)
    for position, outcome in enumerate(outcomes):
        for row in facts(outcome):
            found[type(row)].append((f"{name}/{position}", row))
    target, draft = folder / name, folder / f".{name}.{uuid4().hex}"
    draft.mkdir(parents=True)
    for relation, row_type in RELATIONS.items():
        _frame(row_type, found[row_type]).write_parquet(draft / f"{relation}.parquet")
    shutil.rmtree(target, ignore_errors=True)
    draft.rename(target)
    return Staged(target, {relation: len(found[row_type]) for relation, row_type in RELATIONS.items()})


@contextmanager
def staging(settings: Settings) -> Iterator[Path]:
    """Give a folder for the batches of one run, and remove it at the end. What dead runs left is removed first."""
    root = settings.data_dir / "staging"
    root.mkdir(parents=True, exist_ok=True)
    folder = root / uuid4().hex
    # A run holds its folder while it lives, and the system lets go of a dead run's. The lock on `root` keeps others
    # from sweeping a folder that is made but not held yet.
    with ExitStack() as held:
        with _held(root, fcntl.LOCK_EX):
            _sweep(root)
            folder.mkdir()
            held.enter_context(_held(folder, fcntl.LOCK_EX))
        held.callback(shutil.rmtree, folder, ignore_errors=True)
        yield folder


def _sweep(root: Path) -> None:
    for leftover in root.iterdir():
        with suppress(BlockingIOError), _held(leftover, fcntl.LOCK_EX | fcntl.LOCK_NB):
            shutil.rmtree(leftover, ignore_errors=True)


@contextmanager
def _held(folder: Path, how: int) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def schema(row_type: type[Row]) -> dict[str, Any]:
    """Return the polars type of each column of a row type."""
    return {name: DTYPES[_without_none(hint)] for name, hint in get_type_hints(row_type).items()}


def _without_none(hint: Any) -> Any:
    return next((kind for kind in get_args(hint) if kind is not NoneType), hint) if NoneType in get_args(hint) else hint


def _frame(row_type: type[Row], found: list[tuple[str, Row]]) -> pl.DataFrame:
    columns = [pl.Series("outcome", [outcome for outcome, _ in found], pl.String)]
    for position, (name, dtype) in enumerate(schema(row_type).items()):
        values = [row[position] for _, row in found]
        columns.append(pl.Series(name, [_text(v) for v in values] if dtype == pl.String else values, dtype))
    return pl.DataFrame(columns)


def _text(value: object) -> str | None:
    """Half of a surrogate pair, which UTF-8 cannot hold, becomes one `?`: offsets stay."""
    return None if value is None else str(value).encode("utf-8", "replace").decode()
