"""Gazetteer: the index of all places, built when what it is made from has changed.

Where places were imported it lies in the data folder; else it is the same for all of them, and built once for a user.
"""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import time

from extraction.places.gazetteer import GazetteerFile
from extraction.places.geonames import imported, merged
from extraction.places.place_index import PlaceIndex, Spelled, pack
from extraction.places.place_source import abbreviations, edition, spelled
from settings import Settings
from tasks.folder import data_folder, private
from tasks.garbage import seldom
from tasks.gazetteer_source import PlaceSource, dumps, place_sources, unit_names

KEPT = 4
"""Indexes that stay: a run under way may start another worker on a former one, another release needs its own."""
BUILT_SECONDS = 3_600
"""More than an index takes to build: an older draft is of a process that died."""


def gazetteer(settings: Settings) -> GazetteerFile:
    """Return the gazetteer of these settings; its index is built first where it is missing. Safe among processes.

    Raises:
        UserError: the list of what was imported is damaged.
        OSError: the folder cannot be written.
    """
    file = _file(place_sources(settings), settings)
    if _is_whole(file.path):
        return file
    with held(file.path.parent, settings):
        return build(place_sources(settings), settings)


def build(sources: Sequence[PlaceSource], settings: Settings) -> GazetteerFile:
    """Return the gazetteer with these imported sources, its index built unless it lies there. For who holds the folder.

    Raises:
        OSError: the folder cannot be written.
    """
    file = _file(sources, settings)
    if not _is_whole(file.path):
        draft = file.path.with_suffix(f".{os.getpid()}")  # its own: not all who build here hold this folder
        with seldom():
            draft.write_bytes(pack(_places(sources, settings), abbreviations()))
        draft.replace(file.path)
        _tidy(file.path)
    return file


@contextmanager
def held(folder: Path, settings: Settings) -> Iterator[None]:
    """Keep other processes from changing the gazetteer in `folder`, which is made where it is missing."""
    if settings.data_dir.resolve() in folder.resolve().parents:
        data_folder(settings)  # which may be made by this, and is its owner's alone
    handle = os.open(private(folder), os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _file(sources: Sequence[PlaceSource], settings: Settings) -> GazetteerFile:
    made_from = edition(sorted(source.digest for source in sources))
    folder = settings.gazetteer_dir if sources or not _can_write(settings.cache_dir) else settings.cache_dir
    return GazetteerFile(folder / f"{made_from}.places", made_from)


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _places(sources: Sequence[PlaceSource], settings: Settings) -> Iterator[Spelled]:
    return merged(spelled(), imported(dumps(sources, settings), unit_names(sources, settings)))


def _is_whole(path: Path) -> bool:
    """Whether there is an index that was written to its end."""
    try:
        PlaceIndex.open(path)
    except (FileNotFoundError, ValueError):
        return False
    return True


def _tidy(path: Path) -> None:
    """Remove the oldest indexes, and what was left by those who died as they built one."""
    by_age = sorted(path.parent.glob("*.places"), key=lambda index: (index == path, index.stat().st_mtime))
    for index in by_age[:-KEPT]:
        index.unlink(missing_ok=True)
    for draft in path.parent.glob("*.*"):
        if draft.suffix[1:].isdigit() and time() - draft.stat().st_mtime > BUILT_SECONDS:
            draft.unlink(missing_ok=True)
