"""Unpublished: whether the published copy holds all that was loaded."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from settings import Settings
from tasks import statement
from tasks.errors import UserError
from tasks.warehouse import WAIT_SECONDS, connect, published_path, reading, sole_writer, work_path


@dataclass(frozen=True, slots=True)
class Holding:
    """What a database holds: its documents, and when the last load ended of which it knows, null where it has none."""

    documents: int
    last: datetime | None


def is_published(settings: Settings) -> bool:
    """Tell whether nothing is loaded that is not published; raises what `loaded` and `shown` do."""
    held, copy = loaded(settings), shown(settings)
    return not (held and held.last) or bool(copy and copy.last and held.last <= copy.last)


def loaded(settings: Settings, wait: float = WAIT_SECONDS) -> Holding | None:
    """Return what the work database holds; null where there is none.

    Raises:
        BusyError: another process still writes after `wait` seconds.
        UserError: it is no database that DuckDB can read.
    """
    if not work_path(settings).exists():
        return None
    with sole_writer(settings, wait) as work, connect(work, read_only=True) as con:
        return _holding(con, work)


def shown(settings: Settings) -> Holding | None:
    """Return what the published copy holds; null where there is none.

    Raises:
        UserError: it is no database that DuckDB can read.
    """
    if not published_path(settings).exists():
        return None
    with reading(settings) as con:
        return _holding(con, published_path(settings))


def _holding(con: duckdb.DuckDBPyConnection, path: Path) -> Holding:
    try:
        ((documents, last),) = con.execute(statement.text("queries", "holding")).fetchall()
    except duckdb.Error as error:
        raise UserError(f"cannot read {path}: {str(error).splitlines()[0]}") from error
    return Holding(documents, last.astimezone(UTC) if last else None)
