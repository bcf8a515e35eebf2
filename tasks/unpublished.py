"""Unpublished: whether the published copy holds all that was loaded."""

from datetime import UTC, datetime

import duckdb

from settings import Settings
from tasks import statement
from tasks.warehouse import WAIT_SECONDS, connect, published_path, reading, sole_writer, work_path


def is_published(settings: Settings) -> bool:
    """Tell whether nothing is loaded that is not published; raises what `last_loads` does."""
    loaded, shown = last_loads(settings)
    return loaded is None or (shown is not None and loaded <= shown)


def last_loads(settings: Settings, wait: float = WAIT_SECONDS) -> tuple[datetime | None, datetime | None]:
    """Return when the last load ended of which the work database knows, and the published copy; null where it has none.

    Raises:
        BusyError: another process still writes after `wait` seconds.
        UserError: one of them is no database that DuckDB can open.
    """
    loaded = shown = None
    if work_path(settings).exists():
        with sole_writer(settings, wait) as work, connect(work, read_only=True) as con:
            loaded = _last_load(con)
    if published_path(settings).exists():
        with reading(settings) as con:
            shown = _last_load(con)
    return loaded, shown


def _last_load(con: duckdb.DuckDBPyConnection) -> datetime | None:
    ((_, last),) = con.execute(statement.text("queries", "holding")).fetchall()
    return last.astimezone(UTC) if last else None
