"""Down: a service told to end, and what one left behind that was killed ended in its place."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress

from service import state
from service.child import tell_group
from service.place import folder
from settings import Settings
from tasks.errors import UserError

Say = Callable[[str], None]

WORKER_PATIENCE = 20.0
"""Seconds in which a worker may end by itself; it ends its runs."""


def down(settings: Settings, patience: float, say: Say) -> bool:
    """Tell the service of a data folder to end and wait for it; return whether anything of it was up.

    Raises:
        UserError: it has not ended after so many seconds.
    """
    if not folder(settings).is_dir():
        return False
    told, deadline = False, time.monotonic() + patience
    while True:
        try:
            with state.held(settings):
                return clear_away(settings, say) or told
        except state.UpError:
            told = told or _tell(settings)
        if time.monotonic() > deadline:
            raise UserError(f"the service has not ended after {patience:.0f} s: see {folder(settings)}")
        time.sleep(0.2)


def clear_away(settings: Settings, say: Say) -> bool:
    """End what a service left behind that was killed, and return whether there was anything; the lock is held."""
    left = state.left(settings)
    for name in reversed(left):
        say(f"ending the {name} that an earlier service left behind")
        _end(settings, name, left[name])
    state.clear(settings)
    return bool(left)


def _end(settings: Settings, name: str, pid: int) -> None:
    tell_group(pid, signal.SIGTERM)  # a worker that ended by itself has left its runs
    deadline = time.monotonic() + WORKER_PATIENCE
    while name in state.left(settings) and time.monotonic() < deadline:
        time.sleep(0.2)
    tell_group(pid, signal.SIGKILL)


def _tell(settings: Settings) -> bool:
    """Tell the process that holds the service to end; return whether it has said by now which one it is."""
    found = state.watcher(settings)
    if found is None:
        return False
    with suppress(ProcessLookupError):
        os.kill(found.pid, signal.SIGTERM)
    return True
