"""Back-up: what cannot be had again kept a second time: the work database, the archive, the gazetteer, a key."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

import duckdb

from settings import Settings
from tasks import statement
from tasks.check import CheckError, check, warnings
from tasks.copying import copy, mirror
from tasks.export.redact import key_path
from tasks.migrate import waiting
from tasks.rotation import FORM, kept
from tasks.warehouse import connect, require_warehouse, sole_writer
from tasks.web.archive import archive_folder


@dataclass(frozen=True, slots=True)
class Backup:
    """One back-up of the database: its name is its time in UTC; `documents` and `last_load` are what it holds."""

    name: str
    amiss: str
    """What the checks found that must not be; empty where all is well. It is kept all the same, and drops no other."""
    digest: str
    """SHA-256 of the database file."""
    size: int
    documents: int
    last_load: str | None


def back_up(settings: Settings) -> Backup:
    """Copy what cannot be had again to the back-up folder, checked, and drop the back-ups whose time is over.

    Raises:
        UserError: there is no warehouse, or another process holds it for too long.
        OSError: the folder cannot be written, or the disk is full.
    """
    root = settings.backup_dir
    require_warehouse(settings)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = datetime.now(UTC).strftime(FORM)
    draft = root / f".{name}"
    draft.mkdir(mode=0o700)
    try:
        target = draft / "warehouse.duckdb"
        with sole_writer(settings) as work:
            with connect(work) as con:
                con.execute("checkpoint")
            copy(work, target)
        made = _described(name, target)
        (draft / "backup.json").write_text(json.dumps(asdict(made), indent=2))
        for source, there in mirrored(settings).items():
            mirror(source, there)
        if (key := key_path(settings)).exists():
            copy(key, root / key.name)
        draft.rename(root / name)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    if not made.amiss:
        _rotate(root)
    return made


def mirrored(settings: Settings) -> dict[Path, Path]:
    """Return folders whose files only grow or come anew, and where the one copy is that serves all back-ups."""
    folders = {"archive": archive_folder(settings), "gazetteer": settings.gazetteer_dir}
    return {folder: settings.backup_dir / name for name, folder in folders.items()}


def backups(settings: Settings) -> list[Backup]:
    """Return the back-ups that are there and whole, newest first."""
    return sorted(_found(settings.backup_dir), key=lambda one: one.name, reverse=True)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _described(name: str, database: Path) -> Backup:
    with connect(database, read_only=True) as con:
        con.execute("set timezone = 'UTC'")
        amiss = _amiss(con)
        ((documents, last),) = con.execute(statement.text("queries", "holding")).fetchall()
    return Backup(name, amiss, digest(database), database.stat().st_size, documents, last.isoformat() if last else None)


def _amiss(con: duckdb.DuckDBPyConnection) -> str:
    """Return what the checks say; of a database that waits for an upgrade they can say nothing."""
    if waiting(con):
        return ""
    try:
        check(con, severities=["fail"])
    except CheckError as error:
        return "; ".join(warnings(error.findings))
    return ""


def _found(root: Path) -> Iterator[Backup]:
    for told in root.glob("[0-9]*/backup.json"):
        yield Backup(**json.loads(told.read_text()))


def _rotate(root: Path) -> None:
    names = {found.name for found in _found(root)}
    for name in names - kept(names):
        shutil.rmtree(root / name)
