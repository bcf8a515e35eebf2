"""Gazetteer import: files of GeoNames taken into the gazetteer, or out of it; all that is asked for or nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from settings import Settings
from tasks.errors import UserError
from tasks.gazetteer import build, held
from tasks.gazetteer_check import checked
from tasks.gazetteer_source import LICENCE, PlaceSource, place_sources, record
from tasks.watch import tell

Fate = Literal["new", "replaced", "unchanged", "older than what is held"]


class Taken(NamedTuple):
    """What became of one file."""

    source: PlaceSource
    fate: Fate


def import_places(paths: Sequence[Path], settings: Settings, licence: str = LICENCE) -> list[Taken]:
    """Take files into the gazetteer and build its index anew. A newer file of a country replaces an older one.

    Raises:
        UserError: one of the files does not hold what its name says; then nothing is changed.
        OSError: a file cannot be read, or the folder cannot be written.
    """
    with held(settings.gazetteer_dir, settings), TemporaryDirectory(dir=settings.gazetteer_dir, prefix=".") as drafts:
        _clear(settings.gazetteer_dir, Path(drafts))
        sources = {source.name: source for source in place_sources(settings)}
        taken: list[Taken] = []
        for path in paths:
            tell(f"check {path.name}")
            draft = Path(drafts) / path.name
            with draft.open("wb") as copy:
                source = checked(path, copy, licence)
            taken.append(Taken(source, _fate(source, sources.get(source.name))))
            if taken[-1].fate in ("new", "replaced"):
                sources[source.name] = source
                draft.replace(draft.with_name(source.kept))
        if any(fate in ("new", "replaced") for _, fate in taken):
            for source in sources.values():
                if (copy_of := Path(drafts) / source.kept).exists():
                    copy_of.replace(settings.gazetteer_dir / source.kept)
            _settle(sources, settings)
    return taken


def remove_places(names: Sequence[str], settings: Settings) -> list[PlaceSource]:
    """Take what was imported under `names` out of the gazetteer, and return it.

    Raises:
        UserError: nothing was imported under one of the names; then nothing is changed.
    """
    with held(settings.gazetteer_dir, settings):
        sources = {source.name.lower(): source for source in place_sources(settings)}
        if strangers := [name for name in names if name.lower() not in sources]:
            raise UserError(f"not imported: {', '.join(strangers)}")
        removed = [sources.pop(name.lower()) for name in dict.fromkeys(map(str.lower, names))]
        _settle(sources, settings)
    return removed


def _clear(folder: Path, drafts: Path) -> None:
    """Remove the drafts of imports that died; for who holds the folder."""
    for left in folder.glob(".*/"):
        if left != drafts:
            rmtree(left)


def _fate(source: PlaceSource, former: PlaceSource | None) -> Fate:
    if former is None:
        return "new"
    if former.digest == source.digest:
        return "unchanged"
    return "replaced" if source.dated >= former.dated else "older than what is held"


def _settle(sources: Mapping[str, PlaceSource], settings: Settings) -> None:
    """Build the index, then make the list hold; copies that it does not name go last."""
    tell("build index")
    build(list(sources.values()), settings)
    record(list(sources.values()), settings)
    kept = {source.kept for source in sources.values()}
    for path in settings.gazetteer_dir.glob("*.txt.zst"):
        if path.name not in kept:
            path.unlink()
