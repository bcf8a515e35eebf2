"""Lake: every table as Parquet files by month, and the same views over them: what outgrows one file is read so."""

import shutil
from pathlib import Path
from uuid import uuid4

import duckdb

from settings import Settings
from tasks import statement
from tasks.errors import UserError
from tasks.warehouse import connect, locked_down, opening, quoted

MONTHLY = "(format parquet, compression zstd, partition_by (month))"
WHOLE = "(format parquet, compression zstd)"
ALL, EMPTY = "all.parquet", "month=undated"


def write_lake(settings: Settings, folder: Path) -> dict[str, int]:
    """Write every table of the published copy to `folder/TABLE/month=YYYY-MM/`, and return how many rows each has.

    What is filed under no month, such as runs and countries, is one file. The folder is new or one that was written so
    before; it is replaced when all is written.

    Raises:
        UserError: nothing is published, the folder holds something else, or it cannot be written.
    """
    _require_ours(folder)
    draft = folder.with_name(f".{folder.name}.{uuid4().hex}")
    try:
        with opening(settings) as con:
            rows = {table: _write(con, table, draft) for table in _tables(con)}
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    except (OSError, duckdb.Error) as error:
        raise UserError(f"cannot write {folder}: {str(error).splitlines()[0]}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return rows


def reading_lake(folder: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    """Open the tables of a lake with the views and macros over them, as `reading` opens the published copy.

    Raises:
        UserError: the folder is no lake, or one of another release.
    """
    if not _is_lake(folder):
        raise UserError(f"no lake in {folder}: write one with `sitrep lake {folder}`")
    con = connect(Path(":memory:"), config={"python_enable_replacements": False})
    try:
        for table in sorted(path.name for path in folder.iterdir()):
            con.execute(f'create view "{table}" as {_read(folder / table)}')
        for text in statement.objects().values():
            con.execute(text)
    except duckdb.Error as error:
        con.close()
        raise UserError(f"{folder} is not as this release writes a lake: {str(error).splitlines()[0]}") from error
    con.execute(f"set allowed_directories = ['{quoted(folder)}/']")
    locked_down(con, settings)
    return con


def _tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    ((database,),) = con.execute("select current_database()").fetchall()
    found = con.execute(statement.text("queries", "tables"), {"name": database}).fetchall()
    return [table for (table,) in found]


def _write(con: duckdb.DuckDBPyConnection, table: str, draft: Path) -> int:
    ((rows,),) = con.execute(f'select count(*) from "{table}"').fetchall()
    folder = draft / table
    if _is_monthly(table) and rows:
        folder.mkdir(parents=True)
        query = statement.text("lake", table).rstrip().rstrip(";")
        con.execute(f"copy ({query}) to '{quoted(folder)}' {MONTHLY}")
    else:  # of no rows no file would be made by month, and the columns be lost
        folder = folder / EMPTY if _is_monthly(table) else folder
        folder.mkdir(parents=True)
        con.execute(f"copy \"{table}\" to '{quoted(folder / ALL)}' {WHOLE}")
    return int(rows)


def _read(folder: Path) -> str:
    if not _is_monthly(folder.name):
        return f"from read_parquet('{quoted(folder / ALL)}')"
    by_month = "hive_partitioning = true, hive_types = {'month': varchar}"
    return f"select * exclude (month) from read_parquet('{quoted(folder)}/*/*.parquet', {by_month})"


def _is_monthly(table: str) -> bool:
    return table in statement.texts("lake")


def _is_lake(folder: Path) -> bool:
    return (folder / "migrations" / ALL).is_file()


def _require_ours(folder: Path) -> None:
    if folder.exists() and not _is_lake(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"cannot write {folder}: something else is there; name a new folder")
    if not folder.parent.is_dir():
        raise UserError(f"cannot write {folder}: there is no folder {folder.parent}")
