"""State: what a service that is up says of itself, for `sitrep up`, `down` and `doctor`."""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from pydantic import TypeAdapter

from service.place import folder, url
from service.process import begun, commands_in
from settings import Settings
from tasks.folder import data_folder, private


class UpError(Exception):
    """A service of this data folder is up already."""


@dataclass(frozen=True, slots=True)
class State:
    """The process that watches over the service, its address, and the groups of processes that it started, by name."""

    pid: int
    url: str
    groups: dict[str, int] = field(default_factory=dict)
    begun: dict[str, str] = field(default_factory=dict)
    """When each of these processes began, that of `pid` as `up`: a number may have gone to another one since."""
    folder: str = ""
    """Where it was written: in a copy of the data folder it tells of the service of another one."""
    ready: bool = True
    """Whether all was up when it was written."""


_STATE = TypeAdapter(State)


def read(settings: Settings) -> State | None:
    """Return what was last written; null where nothing was."""
    try:
        return _STATE.validate_json((folder(settings) / "state.json").read_bytes())
    except (OSError, ValueError):
        return None


def write(settings: Settings, groups: Mapping[str, int], *, ready: bool) -> None:
    """Write that this process watches over these groups of processes."""
    pids = {"up": os.getpid(), **groups}
    began = {name: begun(pid) for name, pid in pids.items()}
    keep(State(os.getpid(), url(settings), dict(groups), began, str(folder(settings)), ready), settings)


def keep(state: State, settings: Settings) -> None:
    """Replace what is written."""
    path = folder(settings) / "state.json"
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(state)))
    draft.replace(path)


def clear(settings: Settings) -> None:
    """Write off what was written: nothing of it runs any more."""
    (folder(settings) / "state.json").unlink(missing_ok=True)


def left(settings: Settings) -> dict[str, int]:
    """Return which of the groups that were written down still run, by name; where one watches over them, too."""
    found = read(settings)
    if found is None or found.folder != str(folder(settings)):
        return {}
    return {name: pid for name, pid in found.groups.items() if is_ours(pid, found.begun.get(name, ""))}


def is_ours(group: int, began: str) -> bool:
    """Tell whether a group of processes that still runs is the one of the service whose first process began then.

    That one may have ended before the runs it started: while these live, no other process gets its number.
    """
    if group == os.getpid() or not began or begun(group) not in ("", began):
        return False
    return any(" -m prefect" in command for command in commands_in(group))


def watcher(settings: Settings) -> State | None:
    """Return what the process has written that holds the service now; null where it has not come to write yet.

    A release before this one did not write when it began: its word is taken for it.
    """
    found = read(settings)
    if found is None or ("up" in found.begun and begun(found.pid) != found.begun["up"]):
        return None
    return found


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
    place = private(folder(settings))
    with (place / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UpError from None
        yield
