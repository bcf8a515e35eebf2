"""Stage: the rows of one batch as Parquet files, which the loader merges into the warehouse."""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints
from uuid import uuid4

import polars as pl

from settings import Settings
from tasks.column import nested
from tasks.facts import facts
from tasks.folder import data_folder, private
from tasks.identifier import Id
from tasks.kept import keep, outdated
from tasks.outcome import Reread, Success
from tasks.page import Rejection
from tasks.rows import RELATIONS, Row

DTYPES: dict[Any, Any] = {
    Id: pl.String,
    str: pl.String,
    int: pl.Int64,
    float: pl.Float64,
    bool: pl.Boolean,
    date: pl.Date,
    datetime: pl.Datetime("us", "UTC"),
    tuple[str, ...]: pl.List(pl.String),
    tuple[str | None, ...]: pl.List(pl.String),
}
"""How a value of a row type is staged. Parquet as polars writes it has no UUID: the loader casts."""


BATCHES = "batches/*"
"""Where a run stages its batches in its folder."""


@dataclass(frozen=True, slots=True)
class Staged:
    """One batch on disk: a folder with one Parquet file a relation, and how many rows each has."""

    path: Path
    counts: Mapping[str, int]


def stage(outcomes: Iterable[Success | Reread | Rejection], folder: Path, name: str) -> Staged:
    """Write the rows of `outcomes` to `folder/name`, whole or not at all; a batch staged before is replaced.

    Of an outcome nothing but its rows is kept: `outcomes` may be made as they are asked for.
    Each row carries the `outcome` that it belongs to (`name/position`, which sorts as handed in), since one
    page may be handed in twice.
    """
    found: dict[type[Row], tuple[list[str], list[Row]]] = {row_type: ([], []) for row_type in RELATIONS.values()}
    for position, outcome in enumerate(outcomes):
        owner = f"{name}/{position:06}"
        for row in facts(outcome):
            owners, rows = found[type(row)]
            owners.append(owner)
            rows.append(row)
    _require_owners({relation: found[row_type][1] for relation, row_type in RELATIONS.items()})
    target, draft = folder / name, folder / f".{name}.{uuid4().hex}"
    draft.mkdir(parents=True)
    for relation, row_type in RELATIONS.items():
        _frame(row_type, *found[row_type]).write_parquet(draft / f"{relation}.parquet")
    shutil.rmtree(target, ignore_errors=True)
    draft.rename(target)
    return Staged(target, {relation: len(found[row_type][0]) for relation, row_type in RELATIONS.items()})


def _require_owners(rows: Mapping[str, Sequence[Any]]) -> None:
    """Raise where a row belongs to nothing in its batch: the load would not see it."""
    documents = {row.document_id for row in rows["documents"]}
    events = {row.event_id for row in rows["events"]}
    for relation in rows:
        of_event = relation.startswith("event_")
        if of_event and not all(row.event_id in events for row in rows[relation]):
            raise ValueError(f"a row of {relation} belongs to no event of its batch")
        if relation in ("events", "mentions") and not all(row.document_id in documents for row in rows[relation]):
            raise ValueError(f"a row of {relation} belongs to no document of its batch")


@contextmanager
def staging(settings: Settings) -> Iterator[Path]:
    """Give a folder for one run, and remove it at the end. What dead runs left is removed first.

    Of a run that dies or is stopped, the batches that are whole are kept for a day (`tasks.kept`).
    """
    root = private(data_folder(settings) / "staging")
    folder = root / uuid4().hex
    # A run holds its folder while it lives, and the system lets go of a dead run's. The lock on `root` keeps others
    # from sweeping a folder that is made but not held yet.
    with ExitStack() as held:
        with _held(root, fcntl.LOCK_EX):
            _sweep(root, settings)
            folder.mkdir()
            held.enter_context(_held(folder, fcntl.LOCK_EX))
        held.callback(shutil.rmtree, folder, ignore_errors=True)
        try:
            yield folder
        except BaseException:
            keep(folder.glob(BATCHES), settings)
            raise


def _sweep(root: Path, settings: Settings) -> None:
    for leftover in root.iterdir():
        with suppress(BlockingIOError), _held(leftover, fcntl.LOCK_EX | fcntl.LOCK_NB):
            keep(leftover.glob(BATCHES), settings)
            shutil.rmtree(leftover, ignore_errors=True)
    for path in outdated(settings):
        with suppress(OSError):  # a run has just come back for it
            path.rename(root / uuid4().hex)  # where nobody takes it, and the next sweep removes it


@contextmanager
def _held(folder: Path, how: int) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def schema(row_type: type[NamedTuple]) -> dict[str, Any]:
    """Return the polars type of each column of a row type."""
    return {name: DTYPES[_without_none(hint)] for name, hint in get_type_hints(row_type).items()}


def _without_none(hint: Any) -> Any:
    return next((kind for kind in get_args(hint) if kind is not NoneType), hint) if NoneType in get_args(hint) else hint


def _frame(row_type: type[Row], owners: list[str], rows: list[Row]) -> pl.DataFrame:
    columns = list(zip(*rows, strict=True)) or [()] * len(row_type._fields)
    told = zip(schema(row_type).items(), columns, strict=True)
    return pl.DataFrame(
        [pl.Series("outcome", owners, pl.String), *(_column(name, column, dtype) for (name, dtype), column in told)]
    )


def _column(name: str, values: Sequence[Any], dtype: Any) -> pl.Series:
    if dtype == pl.List(pl.String):
        return nested(name, values, dtype, lambda value: [part and _whole(part) for part in value])
    try:
        return pl.Series(name, values, dtype)
    except UnicodeEncodeError:
        return pl.Series(name, [value and _whole(value) for value in values], dtype)


def _whole(text: str) -> str:
    """Half of a surrogate pair, which UTF-8 cannot hold, becomes one `?`: offsets stay."""
    return text.encode("utf-8", "replace").decode()
