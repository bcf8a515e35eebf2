"""Gazetteer: the index of all places in the data folder, built when what it is made from has changed."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extraction.places.gazetteer import GazetteerFile
from extraction.places.place_index import PlaceIndex, pack
from extraction.places.place_source import abbreviations, edition, spelled
from settings import Settings

KEPT = 2
"""Indexes that stay: a run under way may start another worker on the former one."""


def gazetteer(settings: Settings) -> GazetteerFile:
    """Return the gazetteer of these settings; its index is built first where it is missing. Safe among processes.

    Raises:
        OSError: the folder cannot be written.
    """
    folder, made_from = settings.gazetteer_dir, edition()
    path = folder / f"{made_from}.places"
    if not _is_whole(path):
        with held(folder):
            if not _is_whole(path):
                _write(pack(spelled(), abbreviations()), path)
                _tidy(folder)
    return GazetteerFile(path, made_from)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep other processes from changing the gazetteer in `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_whole(path: Path) -> bool:
    """Whether there is an index that was written to its end."""
    try:
        PlaceIndex.open(path)
    except (FileNotFoundError, ValueError):
        return False
    return True


def _write(content: bytes, path: Path) -> None:
    draft = path.with_suffix(".draft")
    draft.write_bytes(content)
    draft.replace(path)


def _tidy(folder: Path) -> None:
    by_age = sorted(folder.glob("*.places"), key=lambda path: path.stat().st_mtime)
    for path in by_age[:-KEPT]:
        path.unlink(missing_ok=True)
