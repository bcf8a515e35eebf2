"""Publish: a read-only copy of the work database, swapped in atomically."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from settings import Settings
from tasks.copying import copy
from tasks.folder import share
from tasks.warehouse import connect, published_path, require_warehouse, room_for, sole_writer

KEPT = 3
"""Versions that stay: a reader that is just opening an older one must still find it."""


def publish(settings: Settings) -> Path:
    """Copy the work database to `published/<version>/` and point `published/current` at it; return that path.

    Readers that have the former copy open go on reading it; new ones see the new one. Versions before the last few
    are removed, and so is what a publication that died left.

    Raises:
        UserError: There is no work database, or another process holds it for too long.
    """
    require_warehouse(settings)
    path = published_path(settings)
    current, root = path.parent, path.parent.parent
    version = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    draft = root / f".{version}"
    with sole_writer(settings) as work:
        draft.mkdir(parents=True)
        try:
            # A copy made while a write-ahead log exists is silently old, one made while connected drops the lock.
            with room_for(work), connect(work) as con:
                con.execute("checkpoint")
            copy(work, draft / path.name)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)  # a full disk needs the room
            raise
        (draft / path.name).chmod(0o444)
        draft.rename(root / version)
        share(root, settings)
        _point(current, version)
        _tidy(root, version)
    return path


def _point(link: Path, version: str) -> None:
    draft = link.with_name(f".{link.name}")
    draft.unlink(missing_ok=True)
    draft.symlink_to(version, target_is_directory=True)
    draft.replace(link)


def _tidy(root: Path, version: str) -> None:
    folders = [entry for entry in root.iterdir() if entry.is_dir() and not entry.is_symlink()]
    versions = sorted(entry.name for entry in folders if not entry.name.startswith(".") and entry.name <= version)
    for entry in folders:
        if entry.name.startswith(".") or entry.name in versions[:-KEPT]:
            shutil.rmtree(entry, ignore_errors=True)
