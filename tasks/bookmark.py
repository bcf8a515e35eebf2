"""Bookmark: how far a web archive has been loaded, so that a run that died goes on at the record where it stopped.

It is placed when a load is committed and taken out when the run ends, so a run that is whole leaves none, and the next
one over the same archive looks at every record again.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from settings import Settings
from tasks.slice import Batch, Slice
from tasks.source import Source
from tasks.storage import identity, is_far


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Record `first` of an archive, which begins at byte `offset`, is the first that is not loaded.

    `size` (bytes) and `modified` (nanoseconds) are the file's: it holds for that very file.
    """

    offset: int
    first: int
    size: int
    modified: int


START = Bookmark(0, 1, 0, 0)


def bookmark(source: Source, settings: Settings) -> Bookmark:
    """Return where to go on in an archive: at its start where no run died in it, or it has changed since."""
    with suppress(OSError, ValueError, TypeError):
        found = Bookmark(**json.loads(_path(source.path, settings).read_text()))
        if (found.size, found.modified) == identity(source.path):
            return found
    return START


def reached(batches: Iterable[Batch]) -> dict[str, Slice]:
    """Return the last slice of each archive that a run of batches reads, by its path."""
    slices = (item for batch in batches for item in batch.items if isinstance(item, Slice))
    return {found.uri: found for found in slices if found.carrier == "warc" and found.path == found.uri}


def place(ends: Mapping[str, Slice], settings: Settings) -> None:
    """Remember that archives are loaded up to the end of these slices.

    The end of a file is not: a run over it reads something, and so can say what it found.
    """
    for path, end in ends.items():
        with suppress(FileNotFoundError):
            size, modified = identity(path)
            if end.offset + end.size < size:
                kept = _path(path, settings)
                kept.parent.mkdir(parents=True, exist_ok=True)
                draft = kept.with_suffix(".new")
                draft.write_text(json.dumps(asdict(Bookmark(end.offset + end.size, end.end, size, modified))))
                draft.replace(kept)


def take_out(sources: Iterable[object], settings: Settings) -> None:
    """Forget how far archives were loaded: all of them are."""
    for source in sources:
        if isinstance(source, Source) and source.carrier == "warc":
            _path(source.path, settings).unlink(missing_ok=True)


def _path(path: str, settings: Settings) -> Path:
    name = sha256(os.fsencode(path if is_far(path) else os.path.realpath(path))).hexdigest()[:32]
    return settings.data_dir / "work" / "bookmarks" / f"{name}.json"
