"""Storage: files where they lie, on this machine or anywhere that fsspec reaches (`s3://bucket/folder`)."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BufferedIOBase
from pathlib import Path
from typing import Any, cast

from tasks.errors import UserError

BLOCK = 1 << 20
"""Bytes that are asked for at a time: an answer from far takes as long for few as for many."""


def is_far(path: str) -> bool:
    """Tell whether a path names more than a file of this machine."""
    return "://" in path


@contextmanager
def opened(path: str) -> Iterator[BufferedIOBase]:
    """Open a far file for reading, from any place in it.

    Raises:
        OSError: it is gone, may not be read, or does not answer.
    """
    with _as_os_error(path):
        file = _system(path).open(path, "rb", block_size=BLOCK)
    with io.BufferedReader(cast(io.RawIOBase, file), BLOCK) as buffered:
        yield buffered


def identity(path: str) -> tuple[int, int]:
    """Return the size of a file in bytes, and a number that is another one when the file has changed.

    Raises:
        OSError: there is no such file, or it does not answer.
    """
    if not is_far(path):
        status = Path(path).stat()
        return status.st_size, status.st_mtime_ns
    with _as_os_error(path):
        told = _system(path).info(path, refresh=True)
    version = told.get("ETag") or told.get("LastModified") or told.get("mtime")
    return int(told["size"]), int.from_bytes(sha256(str(version).encode()).digest()[:8], "big")


def size(path: str) -> int:
    """Return the size of a file in bytes. Raises what `identity` does."""
    return identity(path)[0]


def matches(name: str) -> list[str]:
    """Return the far files that a name stands for: a file, those below a folder, or those of a glob.

    Sorted, those of a folder before those of the folders in it, as they come from a disk.

    Raises:
        UserError: fsspec knows no such place, or it does not answer.
    """
    try:
        with _as_os_error(name):
            system = _system(name)
            found = system.glob(name) if any(sign in name for sign in "*?[") else system.find(name)
    except OSError as error:
        raise UserError(f"cannot look into {name}: {error}") from error
    return sorted((system.unstrip_protocol(path) for path in found), key=_as_walked)


def _as_walked(path: str) -> list[tuple[bool, str]]:
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]


def put(file: Path, target: str) -> None:
    """Copy a file to a far place. Raises OSError where it cannot be written."""
    with _as_os_error(target):
        _system(target).put_file(str(file), target)


def get(source: str, file: Path) -> None:
    """Copy a far file to this machine. Raises OSError where it cannot be read."""
    with _as_os_error(source):
        _system(source).get_file(source, str(file))


def remove(folder: str) -> None:
    """Remove a far folder with all in it. Raises OSError where that cannot be done."""
    with _as_os_error(folder):
        system = _system(folder)
        if system.exists(folder):
            system.rm(folder, recursive=True)


def _system(path: str) -> Any:
    import fsspec  # late: most runs need none of it

    try:
        return fsspec.url_to_fs(path)[0]
    except ImportError as error:
        raise UserError(f"cannot reach {path}: {error}") from error
    except ValueError as error:
        raise UserError(f"cannot reach {path}: {error}; s3 is known, file and http") from error


@contextmanager
def _as_os_error(path: str) -> Iterator[None]:
    """Have what is raised by the libraries behind fsspec, each in its own way, be errors of input and output."""
    try:
        yield
    except (OSError, UserError):
        raise
    except Exception as error:
        raise OSError(f"{path}: {error}") from error
