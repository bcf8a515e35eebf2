"""Back-up: what cannot be had again kept a second time: the work database, the archive, the gazetteer, a key."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

import duckdb

from settings import Settings
from tasks import statement
from tasks.check import CheckError, check, warnings
from tasks.copying import copy, mirror
from tasks.errors import UserError
from tasks.export.redact import key_path
from tasks.folder import private
from tasks.migrate import waiting
from tasks.rotation import FORM, kept
from tasks.warehouse import connect, require_warehouse, sole_writer
from tasks.web.archive import archive_folder

TOLD = "backup.json"
"""File of a back-up that says what it is."""
DRAFT_SECONDS = 86_400.0
"""Age above which nobody is at work on what a back-up that was killed has left."""


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
        UserError: there is no warehouse or nothing was loaded into it, another process holds it for too long, or a file
            is where the folder is to be.
        OSError: the folder cannot be written, or the disk is full.
    """
    require_warehouse(settings)
    root = private(settings.backup_dir)
    _clear(root)
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
        _tell(made, draft / TOLD)
        for source, there in mirrored(settings).items():
            mirror(source, there)
        if (key := key_path(settings)).exists():
            copy(key, root / key.name)
        draft.rename(root / name)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    if not made.amiss:
        _rotate(settings)
    return made


def mirrored(settings: Settings) -> dict[Path, Path]:
    """Return folders whose files only grow or come anew, and where the one copy is that serves all back-ups."""
    folders = {"archive": archive_folder(settings), "gazetteer": settings.gazetteer_dir}
    return {folder: settings.backup_dir / name for name, folder in folders.items()}


def backups(settings: Settings) -> list[Backup]:
    """Return the back-ups that are there and whole, newest first."""
    found = [told for folder in _folders(settings.backup_dir) if (told := _told(folder))]
    return sorted(found, key=lambda one: one.name, reverse=True)


def broken(settings: Settings) -> list[Path]:
    """Return the folders that are named as back-ups are and are none: what they hold is not told, or cut short."""
    return sorted(folder for folder in _folders(settings.backup_dir) if not _told(folder))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _described(name: str, database: Path) -> Backup:
    """Return what the copy of a database holds.

    Raises:
        UserError: nothing was loaded into it; a first run that is interrupted leaves one that is empty.
    """
    with connect(database, read_only=True) as con:
        con.execute("set timezone = 'UTC'")
        amiss = _amiss(con)
        ((documents, last),) = con.execute(statement.text("queries", "holding")).fetchall()
    if not last:
        raise UserError("nothing was loaded yet: begin with `sitrep ingest PATH…`")
    return Backup(name, amiss, digest(database), database.stat().st_size, documents, last.isoformat())


def _amiss(con: duckdb.DuckDBPyConnection) -> str:
    """Return what the checks say; of a database that waits for an upgrade they can say nothing."""
    if waiting(con):
        return ""
    try:
        check(con, severities=["fail"])
    except CheckError as error:
        return "; ".join(warnings(error.findings))
    return ""


def _tell(made: Backup, path: Path) -> None:
    """Write what a back-up is, onto the disk: after a power cut it must not be there under its name and empty."""
    with path.open("w") as file:
        file.write(json.dumps(asdict(made), indent=2))
        file.flush()
        os.fsync(file.fileno())


def _told(folder: Path) -> Backup | None:
    """Return what a folder says that it is, but for what only another release knows; null where it does not say so."""
    with suppress(FileNotFoundError, NotADirectoryError, ValueError, TypeError, KeyError):
        says = json.loads((folder / TOLD).read_text())
        told = Backup(**{field.name: says[field.name] for field in fields(Backup)})
        return told if told.name == folder.name else None
    return None


def _folders(root: Path) -> Iterator[Path]:
    for path in root.glob("[0-9]*"):
        with suppress(ValueError):
            datetime.strptime(path.name, FORM)
            yield path


def _rotate(settings: Settings) -> None:
    names = {found.name for found in backups(settings)}
    for name in names - kept(names):
        going = settings.backup_dir / f".{name}"  # one that is removed in part must not look whole
        (settings.backup_dir / name).rename(going)
        shutil.rmtree(going)


def _clear(root: Path) -> None:
    """Remove what back-ups that were killed have left."""
    for path in root.glob(".[0-9]*Z"):
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > DRAFT_SECONDS:
                shutil.rmtree(path, ignore_errors=True)  # a back-up is made all the same
