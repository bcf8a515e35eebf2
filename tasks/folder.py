"""Folder: the data folder, which is its owner's alone, but for the published copy where the user shares that."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from settings import Settings
from tasks.errors import UserError


def data_folder(settings: Settings) -> Path:
    """Return the data folder, made for its owner alone where it is not there.

    Raises:
        UserError: a file is in its place.
    """
    return private(settings.data_dir)


def private(folder: Path) -> Path:
    """Return a folder, made for its owner alone where it is not there.

    Every folder in the data folder is made by this: with `group_reads` the group can enter the data folder.

    Raises:
        UserError: a file is in its place, or in that of a folder above it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        file = next(path for path in (folder, *folder.parents) if path.exists() or path.is_symlink())
        raise UserError(f"{file} is no folder: move it away, or set another folder (see `sitrep config`)") from None
    return folder


def share(root: Path, settings: Settings) -> None:
    """Let the group read what is published, where the user wants it, and nothing else of the data folder.

    What another user owns stays as it is: the doctor tells of it, and a publication does not wait for that.
    """
    if not settings.group_reads:
        return
    for entry in open_to_group(root, settings):
        with suppress(FileNotFoundError, PermissionError):
            entry.chmod(0o700 if entry.is_dir() else 0o600)
    for path in (root, *(found for found in root.rglob("*") if not found.is_symlink())):
        with suppress(PermissionError):
            path.chmod(0o750 if path.is_dir() else 0o440)
    settings.data_dir.chmod(0o710)


def open_to_group(root: Path, settings: Settings) -> list[Path]:
    """Return what a group that can enter the data folder could read there beside the published copy in `root`."""
    return sorted(_open(root, settings)) if settings.group_reads else []


def _open(root: Path, settings: Settings) -> Iterator[Path]:
    for entry in settings.data_dir.iterdir():
        with suppress(FileNotFoundError):  # a file that was replaced meanwhile
            if entry != root and stat.S_IMODE(entry.stat().st_mode) & 0o077:
                yield entry
