"""A warehouse in a temporary folder."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb
import pytest

from settings import Settings
from tasks.load import Loaded, Run, load
from tasks.outcome import Success
from tasks.page import Rejection
from tasks.stage import stage
from tasks.warehouse import work_path

Outcomes = Sequence[Success | Rejection]
Ingest = Callable[..., Loaded]
Query = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data")


def take(settings: Settings, folder: Path, *batches: Outcomes, known: int = 0) -> Loaded:
    """Stage and load outcomes, each argument a batch."""
    staged = [stage(batch, folder / uuid4().hex, f"{n:05}") for n, batch in enumerate(batches)]
    return load(staged, Run(uuid4(), "test", datetime.now(UTC), known), settings)


@pytest.fixture
def ingest(settings: Settings, tmp_path: Path, empty: Callable[[Settings], None]) -> Ingest:
    """Stage and load outcomes, each argument a batch."""

    def into(*batches: Outcomes, known: int = 0) -> Loaded:
        if not work_path(settings).exists():
            empty(settings)
        return take(settings, tmp_path, *batches, known=known)

    return into


def answered(settings: Settings, queries: Iterable[str], **values: Any) -> list[list[tuple[Any, ...]]]:
    """Ask the work database, all through one connection: to open one takes longer than most questions."""
    with duckdb.connect(work_path(settings)) as con:
        con.execute("set timezone = 'UTC'")
        return [con.execute(sql, values or None).fetchall() for sql in queries]


@pytest.fixture
def query(settings: Settings) -> Query:
    """Ask the work database."""

    def ask(sql: str, **values: Any) -> list[tuple[Any, ...]]:
        (rows,) = answered(settings, [sql], **values)
        return rows

    return ask
