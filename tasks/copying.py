"""Copying: files copied whole, onto the disk before they are called so."""

import os
import shutil
from pathlib import Path


def copy(source: Path, target: Path) -> None:
    """Copy a file and force it onto the disk; it appears under its name when it is whole."""
    draft = target.with_name(f".{target.name}.new")
    try:
        shutil.copyfile(source, draft)
        shutil.copystat(source, draft)
        with draft.open("rb") as copied:
            os.fsync(copied.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)  # a full disk needs the room
        raise
    draft.replace(target)


def mirror(source: Path, target: Path, *, renew: bool = True) -> int:
    """Copy the files of a folder that are not there, and return how many; none is removed.

    With `renew` also those that are of another size or time.

    What a run is adding to while it is copied is copied as far as it goes, and again the next time.
    """
    count = 0
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        there = target / path.relative_to(source)
        if path.is_dir():
            there.mkdir(mode=0o700, parents=True, exist_ok=True)
        elif not there.exists() or (renew and _identity(there) != _identity(path)):
            there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            copy(path, there)
            count += 1
    return count


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
