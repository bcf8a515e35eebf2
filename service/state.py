"""State: what a service that is up says of itself, for `sitrep up`, `down` and `doctor`."""

import fcntl
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from service.place import folder
from settings import Settings
from tasks.folder import data_folder


class UpError(Exception):
    """A service of this data folder is up already."""


@dataclass(frozen=True, slots=True)
class State:
    """The process that watches over the service, its address, and the groups of processes that it started, by name."""

    pid: int
    url: str
    groups: dict[str, int] = field(default_factory=dict)


def read(settings: Settings) -> State | None:
    """Return what was last written; null where nothing was."""
    try:
        return State(**json.loads((folder(settings) / "state.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None


def write(state: State, settings: Settings) -> None:
    """Replace what is written."""
    path = folder(settings) / "state.json"
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(state)))
    draft.replace(path)


def is_up(settings: Settings) -> bool:
    """Tell whether a service of this data folder is up; where none ever was, nothing is left behind."""
    if not folder(settings).is_dir():
        return False
    try:
        with held(settings):
            return False
    except UpError:
        return True


@contextmanager
def held(settings: Settings) -> Iterator[None]:
    """Hold the service of a data folder; the lock is the system's, so it is free as soon as its process has ended.

    Raises:
        UpError: another process holds it.
    """
    data_folder(settings)
    place = folder(settings)
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UpError from None
        yield


def is_ours(pid: int) -> bool:
    """Tell whether a process is one that a service starts: a number may have gone to another one since."""
    return pid != os.getpid() and " -m prefect " in command_of(pid)


def command_of(pid: int) -> str:
    """Return the command that a process runs; empty where there is no such process."""
    return subprocess.run(
        ["ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
