"""Restore: a back-up put back in the place of the work database, and published."""

from datetime import UTC, datetime
from pathlib import Path

from settings import Settings
from tasks.backup import MIRRORED, Backup, backups, digest
from tasks.copying import copy, mirror
from tasks.errors import UserError
from tasks.folder import data_folder
from tasks.publish import publish
from tasks.rotation import FORM
from tasks.warehouse import sole_writer


def restore(name: str, settings: Settings) -> tuple[Backup, Path | None]:
    """Put a back-up back and publish it; return it, and where what stood there before is kept.

    Raises:
        UserError: no back-up of this name, or its bytes are not those that were backed up.
        OSError: the data folder cannot be written.
    """
    found = next((one for one in backups(settings) if one.name == name), None)
    if found is None:
        there = ", ".join(one.name for one in backups(settings)[:5]) or "none"
        raise UserError(f"no back-up {name} in {settings.backup_dir}: there are {there}")
    source = settings.backup_dir / name / "warehouse.duckdb"
    if digest(source) != found.digest:
        raise UserError(f"{source} is not what was backed up: its digest differs; take another one")
    data_folder(settings)
    former = None
    with sole_writer(settings) as work:
        if work.exists():
            former = work.with_name(f"warehouse.before-restore-{datetime.now(UTC).strftime(FORM)}.duckdb")
            work.rename(former)
        work.with_suffix(".duckdb.wal").unlink(missing_ok=True)
        copy(source, work)
    for folder in MIRRORED:
        mirror(settings.backup_dir / folder, settings.data_dir / folder, renew=False)
    publish(settings)
    return found, former
