"""Compact: the work database written anew, without the room that replaced and removed rows have left in its file."""

import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from settings import Settings
from tasks import statement
from tasks.check import check
from tasks.errors import UserError
from tasks.memory import bound
from tasks.migrate import is_current
from tasks.warehouse import connect, quoted, require_warehouse, room_for, sole_writer, writing

DRAFT = ".compact"
"""Ending of the file that is written; what a dead compaction left there is overwritten."""


@dataclass(frozen=True, slots=True)
class Compaction:
    """Size of the work database before and after, in bytes."""

    before: int
    after: int


def compact(settings: Settings) -> Compaction:
    """Write the work database anew and swap the new file in; whenever it dies, the one or the other is whole.

    The checks that would roll a load back look at all rows of the new file before it takes the place of the old one.
    The published copy stays as it is: the next publication takes the new file.

    Raises:
        UserError: there is no warehouse, another process holds it for too long, or the copy would not be the same.
        CheckError: a check found rows that must not be; the old file stays.
    """
    require_warehouse(settings)
    _bring_up_to_date(settings)
    with sole_writer(settings) as work:
        draft = work.with_suffix(DRAFT)
        _remove(draft)
        with room_for(work), connect(work) as con:  # what a dead writer left in its log belongs to the file
            con.execute("checkpoint")
        before = work.stat().st_size
        try:
            _copy(work, draft)
            _swap(draft, work)
        finally:
            _remove(draft)
        return Compaction(before, work.stat().st_size)


def _bring_up_to_date(settings: Settings) -> None:
    """Migrate a database of a former release: the checks know no other form. A current one is not written to."""
    with sole_writer(settings) as work, room_for(work), connect(work) as con:
        current = is_current(con)
    if not current:
        with writing(settings):
            pass


def _copy(work: Path, draft: Path) -> None:
    with room_for(work), connect(Path(":memory:")) as con:
        bound(con)
        con.execute("set preserve_insertion_order = false")
        con.execute(f"set temp_directory = '{quoted(work.with_suffix('.tmp'))}'")
        con.execute(f"attach '{quoted(work)}' as old (read_only)")
        con.execute(f"attach '{quoted(draft)}' as new")
        con.execute("copy from database old to new")
        if _rows(con, "old") != _rows(con, "new"):
            raise UserError(f"{work} was left as it is: its copy does not hold the same rows")
        con.execute("use new")
        check(con, severities=["fail"])


def _rows(con: duckdb.DuckDBPyConnection, database: str) -> dict[str, int]:
    tables = con.execute(statement.text("queries", "tables"), {"name": database}).fetchall()
    return {table: con.execute(f'select count(*) from "{database}"."{table}"').fetchall()[0][0] for (table,) in tables}


def _swap(draft: Path, work: Path) -> None:
    _force(draft)
    draft.replace(work)
    _force(work.parent)


def _force(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk before anything else is done."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(draft: Path) -> None:
    for path in (draft, draft.with_name(f"{draft.name}.wal")):
        path.unlink(missing_ok=True)
