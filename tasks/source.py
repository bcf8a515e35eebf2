"""Source: one file to read pages from, found from what the user names."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import Literal

from tasks.errors import UserError
from tasks.page import Rejection
from tasks.storage import is_far, matches

Carrier = Literal["html", "text", "jsonl", "parquet", "warc"]
ONE_PAGE: frozenset[Carrier] = frozenset({"html", "text"})
"""Carriers whose file is one page."""
Packing = Literal["gz", "zst"]

CARRIERS: dict[str, Carrier] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".jsonl": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
}
ENDINGS: dict[str, tuple[Carrier, Packing | None]] = {
    **{ending: (carrier, None) for ending, carrier in CARRIERS.items()},
    **{f"{ending}.gz": (carrier, "gz") for ending, carrier in CARRIERS.items()},
    ".jsonl.zst": ("jsonl", "zst"),
}
"""What the end of a file's name says of it."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file that holds a page or many. `path` is as the user named it, or below a folder as he named that."""

    path: str
    carrier: Carrier
    packing: Packing | None = None

    @property
    def uri(self) -> str:
        """The path as text that can be stored: bytes that are not UTF-8 are escaped."""
        return printable(self.path)


@dataclass(frozen=True, slots=True)
class Expansion:
    """What the named paths come to, sorted within each; `ignored` counts files of other endings in folders."""

    sources: tuple[Source | Rejection, ...]
    ignored: int

    @property
    def pages(self) -> int | None:
        """Pages in all; null where that is not known without reading: archives do not say."""
        whole = all(isinstance(source, Rejection) or source.carrier in ONE_PAGE for source in self.sources)
        return len(self.sources) if whole else None


def printable(path: str) -> str:
    """Return a path as valid Unicode, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def expand(named: Iterable[str | Path]) -> Expansion:
    """Find the source files in what a user names: files, folders (recursively) and globs.

    A file that is reached twice, by a link or by two names, is read once. Hidden files in folders are ignored.
    What lies elsewhere (`s3://…`) is found as fsspec lists it.

    Raises:
        UserError: a path that does not exist, a glob that matches nothing, or nothing named that holds a page.
    """
    sources: dict[str, Source | Rejection] = {}
    ignored = 0
    for name in named:
        for path in _matches(str(name)):
            found = _found(path)
            kept = [source for source in found if source is not None]
            if not kept:
                raise UserError(f"no pages in {printable(path)}: it holds no file that ends in {', '.join(CARRIERS)}")
            ignored += len(found) - len(kept)
            for source in kept:
                sources.setdefault(_identity(source), source)
    if not sources:
        raise UserError("nothing to read: name a file, a folder or a glob of pages")
    return Expansion(tuple(sources.values()), ignored)


def _identity(source: Source | Rejection) -> str:
    path = source.path if isinstance(source, Source) else source.source_uri
    return path if is_far(path) else os.path.realpath(path)


def _found(path: str) -> list[Source | Rejection | None]:
    if is_far(path):
        below = [each for each in matches(path) if not _is_hidden(each.removeprefix(path))]
        return [_named(path)] if below == [path] else [_source(each) for each in below]
    return list(_walk(path)) if Path(path).is_dir() else [_named(path)]


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _matches(name: str) -> list[str]:
    if is_far(name):
        return _far(name)
    if os.path.lexists(name):
        return [name]
    if has_magic(name):
        if matches := sorted(glob(name, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
            return matches
        raise UserError(f"nothing matches {printable(name)}: check the pattern, or quote it from the shell")
    raise UserError(f"no such file or folder: {printable(name)}")


def _far(name: str) -> list[str]:
    if found := matches(name):
        return found if has_magic(name) else [name.rstrip("/")]
    raise UserError(f"no such file or folder, or nothing in it: {name}")


def _named(path: str) -> Source | Rejection:
    return _source(path) or Rejection(
        printable(path), "unsupported format", f"known endings: {', '.join(CARRIERS)}, also with .gz; .jsonl.zst"
    )


def _source(path: str) -> Source | None:
    name = Path(path).name.lower()
    for ending, (carrier, packing) in ENDINGS.items():
        if name.endswith(ending):
            return Source(path, carrier, packing)
    return None


def _walk(folder: str) -> Iterator[Source | Rejection | None]:
    """Yield the sources below a folder in sorted order, and None for each file that is ignored."""
    failed: list[OSError] = []
    seen: set[tuple[int, int]] = set()
    for here, folders, files in os.walk(folder, onerror=failed.append, followlinks=True):
        status = Path(here).stat()
        if (status.st_dev, status.st_ino) in seen:  # a link that leads back up
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            yield None if name.startswith(".") else _source(str(Path(here, name)))
    for error in failed:
        yield Rejection(printable(str(error.filename)), "unreadable", error.strerror or str(error))
