"""Restore: a back-up put back in the place of the work database, and published."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from settings import Settings
from tasks.backup import Backup, backups, digest, mirrored
from tasks.copying import copy, mirror
from tasks.errors import UserError
from tasks.export.redact import key_path
from tasks.folder import data_folder
from tasks.publish import publish
from tasks.rotation import FORM
from tasks.warehouse import sole_writer, wal_path
from tasks.web.archive import archive_folder, unsettle_since

LOADED_WITHIN = timedelta(days=1)
"""So long what was fetched may have waited to be loaded when the back-up was made: it is taken in once more."""


def restore(name: str, settings: Settings) -> tuple[Backup, Path | None]:
    """Put a back-up back and publish it; return it, and where what stood there before is kept.

    What was fetched after it, or shortly before, is still in the archive, and is taken in by the next harvest of its
    outlet.

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
    with sole_writer(settings) as work:
        fresh = work.with_name("warehouse.restored.duckdb")
        copy(source, fresh)
        former = _put_aside(work)
        fresh.rename(work)
    for place, kept in mirrored(settings).items():
        mirror(kept, place, renew=False)
    key = key_path(settings)
    if not key.exists() and (settings.backup_dir / key.name).exists():
        copy(settings.backup_dir / key.name, key)
    made = datetime.strptime(name, FORM).replace(tzinfo=UTC)
    unsettle_since(made - LOADED_WITHIN, archive_folder(settings))
    publish(settings)
    return found, former


def _put_aside(work: Path) -> Path | None:
    """Keep what stands there under another name, its log included: it may hold what was committed last."""
    former = work.with_name(f"warehouse.before-restore-{datetime.now(UTC).strftime(FORM)}.duckdb")
    if (log := wal_path(work)).exists():
        log.rename(wal_path(former))
    return work.rename(former) if work.exists() else None
