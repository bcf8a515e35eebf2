"""Warehouse: the work database, which one process at a time writes, and the published copy, which anyone reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from settings import Settings
from tasks.copying import copy
from tasks.errors import UserError
from tasks.folder import data_folder, private
from tasks.interrupt import interruptible
from tasks.lock import locked
from tasks.memory import MIGRATION_MEMORY, bound
from tasks.migrate import migrate, waiting

WAIT_SECONDS = 120.0
"""How long a writer waits for another one: longer than a load of a large run takes."""


def work_path(settings: Settings) -> Path:
    """Return where the work database is. Only `writing` may open it."""
    return settings.data_dir / "work" / "warehouse.duckdb"


def wal_path(database: Path) -> Path:
    """Return where DuckDB keeps what is committed and not yet in the file of a database."""
    return database.with_name(f"{database.name}.wal")


def lock_path(settings: Settings) -> Path:
    """Return the file that whoever writes the work database holds a lock on."""
    return work_path(settings).with_suffix(".lock")


def published_path(settings: Settings) -> Path:
    """Return where the published copy is, whichever version that is now."""
    return settings.data_dir / "published" / "current" / "warehouse.duckdb"


def require_warehouse(settings: Settings) -> None:
    """Raise where nothing was ever loaded.

    Raises:
        UserError: There is no work database.
    """
    if not work_path(settings).exists():
        raise UserError(f"no warehouse in {settings.data_dir}: make one with `sitrep ingest PATH…`")


@contextmanager
def sole_writer(settings: Settings, wait: float = WAIT_SECONDS) -> Iterator[Path]:
    """Hold the work database against all other processes, and give its path.

    The lock is on a file beside it: DuckDB's own lock on the database is lost as soon as this process opens and
    closes the file for another reason, such as copying it.

    Raises:
        UserError: Another process still holds it after `wait` seconds.
    """
    path = work_path(settings)
    data_folder(settings)
    private(path.parent)
    with locked(lock_path(settings), wait, f"is writing to {path}"):
        yield path


@contextmanager
def writing(settings: Settings, wait: float = WAIT_SECONDS) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the work database as its sole writer, with its schema brought up to date; it is closed at the end.

    Raises:
        UserError: Another process still holds it after `wait` seconds, it is no database that DuckDB can open, or it
            cannot be written: a full disk, or too little memory; or it is missing and was published.
    """
    with sole_writer(settings, wait) as path, room_for(path), _kept(path, settings) as con, interruptible(con):
        con.execute("set timezone = 'UTC'")
        bound(con, MIGRATION_MEMORY)
        migrate(con)
        bound(con)
        yield con


def make_warehouse(settings: Settings) -> None:
    """Make the work database where there is none, so that the first load need not.

    Raises:
        UserError: as `writing` does.
    """
    if not work_path(settings).exists():
        with writing(settings):
            pass


def _kept(path: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    """Open a database; where it is about to be migrated, which nothing undoes, keep a copy of it first."""
    former = path.exists()
    if not former and published_path(settings).exists():  # a new one would be published over all that there was
        shown = published_path(settings).parent.parent
        told = f"{path} is missing, but what it held is published: `sitrep doctor` says what brings it back"
        raise UserError(f"{told}; to begin anew, remove {shown}")
    con = connect(path)
    if former and (todo := waiting(con)):
        con.execute("checkpoint")
        con.close()
        copy(path, path.with_name(f"warehouse.before-{todo[0]}.duckdb"))
        con = connect(path)
    return con


@contextmanager
def room_for(path: Path) -> Iterator[None]:
    """Tell in one line of a disk or memory that is full; what was under way in the database at `path` is undone.

    Raises:
        UserError: DuckDB could not write, or ran out of memory.
    """
    try:
        yield
    except (
        duckdb.IOException,
        duckdb.OutOfMemoryException,
        duckdb.FatalException,
        duckdb.TransactionException,
    ) as error:
        told = str(error).strip().splitlines()[0]
        raise UserError(f"cannot write {path}, which stays as it was: {told}") from error


def reading(settings: Settings) -> duckdb.DuckDBPyConnection:
    """Open the published copy for any SQL at all: nothing can be written, and nothing outside of it be reached.

    Raises:
        UserError: Nothing has been published yet, or it is no database that DuckDB can open.
    """
    con = opening(settings, {"temp_directory": ""})  # else what finds no room is written beside the published copy
    locked_down(con, settings)
    return con


def opening(settings: Settings, config: dict[str, Any] | None = None) -> duckdb.DuckDBPyConnection:
    """Open the published copy for queries of our own, which may write files.

    Raises:
        UserError: As `reading` does.
    """
    path = published_path(settings)
    if not path.exists():
        raise UserError(f"no warehouse at {path}: make one with `sitrep ingest PATH…`, or set SITREP_DATA_DIR")
    return _newest(path, {"python_enable_replacements": False, **(config or {})})


def locked_down(con: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Have a connection take any SQL from here on: it reaches nothing outside, within bounds of time and memory."""
    for name, value in {
        "enable_external_access": "false",
        "autoload_known_extensions": "false",
        "autoinstall_known_extensions": "false",
        "memory_limit": f"'{settings.query_memory}'",
        "max_execution_time": str(int(settings.query_seconds * 1000)),
        "timezone": "'UTC'",
        "lock_configuration": "true",
    }.items():
        con.execute(f"set {name} = {value}")


def quoted(path: Path) -> str:
    """Return a path as it stands between the quotes of an SQL text."""
    return str(path).replace("'", "''")


@contextmanager
def asking(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the published copy, as `reading` does, for queries that need the schema of this release.

    Raises:
        UserError: As `reading` does, or an earlier release has published it and a query asks for what it lacks.
    """
    with reading(settings) as con:
        try:
            yield con
        except (duckdb.CatalogException, duckdb.BinderException, UserError) as error:
            refused = isinstance(error.__cause__ or error, (duckdb.CatalogException, duckdb.BinderException))
            if not refused or not waiting(con):
                raise
            told = f"an earlier release of Sitrep has published {published_path(settings)}"
            raise UserError(f"{told}: bring it up to date with `sitrep replay`") from error


def _newest(path: Path, config: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """Open the version that `path` leads to; where that is removed before it is open, there is a newer one."""
    while True:
        version = path.resolve()
        try:
            return connect(version, read_only=True, config=config)
        except UserError:
            if version.exists() or version == path.resolve():
                raise


def connect(path: Path, **how: Any) -> duckdb.DuckDBPyConnection:
    """Open a database file. What takes long draws no bar of DuckDB's own: it would run into ours, and into logs.

    Raises:
        UserError: It is no database that DuckDB can open, or another program has it open.
    """
    try:
        con = duckdb.connect(path, **how)
    except duckdb.Error as error:
        raise UserError(f"cannot open {path}: {error}") from error
    con.execute("set enable_progress_bar = false")
    return con
