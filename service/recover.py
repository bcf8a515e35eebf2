"""Recover: runs that are said to be under way and have no process are marked as crashed.

A run that is killed together with its worker cannot say so, and one whose server died as it was handed out waits for
ever; both keep the place of the next run of their kind. Their work is not lost: that next run does it. One that was
ended with the service, on purpose, is marked as cancelled by the service that ends.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from service.api import ask
from service.place import POOL
from service.process import command_of
from settings import Settings

UNDER_WAY = ["RUNNING", "PENDING", "CANCELLING"]
GONE = "Its process is gone."
ENDED = "Ended with the service; the next run does its work."
HANDED_OUT = timedelta(seconds=60)
"""So long a run may take from being handed out to having a process."""


class Recovery(NamedTuple):
    """What one look at the runs came to."""

    marked: list[dict[str, Any]]
    """Runs that it has marked as crashed."""
    suspects: frozenset[str]
    """States of other runs that have no process: to be looked at again."""


def recover(settings: Settings, before: Iterable[str], *, worker_lives: bool) -> Recovery:
    """Mark runs of the pool as crashed that have no process on this machine, now and at the look before.

    Once is not enough: a run may end while it is looked at, and a machine that has slept hands out runs late. `before`
    are the states of runs that had none then. Nothing is done where more than one worker is at work: the processes of
    another machine are not known here.

    Raises:
        SilentError: the server does not answer.
    """
    lost = {run["state"]["id"]: run for run in lost_ones(settings, worker_lives=worker_lives)}
    marked = [lost.pop(state) for state in set(before) & lost.keys()]
    for run in marked:
        _mark(run, {"type": "CRASHED", "name": "Crashed", "message": GONE}, settings)
    return Recovery(marked, frozenset(lost))


def lost_ones(settings: Settings, *, worker_lives: bool) -> list[dict[str, Any]]:
    """Return the runs that are said to be under way and have no process.

    Raises:
        SilentError: the server does not answer.
    """
    return [run for run in _under_way(settings) if is_lost(run, datetime.now(UTC), worker_lives=worker_lives)]


def set_aside(settings: Settings, lost: Iterable[dict[str, Any]]) -> None:
    """Mark runs as cancelled that were ended with their worker, on purpose: nobody need be told of them.

    Those that were lost before that stay as they are: they are found, and told, when the service is up again.

    Raises:
        SilentError: the server does not answer.
    """
    before = {run["id"] for run in lost}
    for run in _under_way(settings):
        if run["id"] not in before:
            _mark(run, {"type": "CANCELLED", "name": "Cancelled", "message": ENDED}, settings)


def _under_way(settings: Settings) -> list[dict[str, Any]]:
    """Return the runs of the pool; none where those of another machine may be among them."""
    wanted = {"flow_runs": {"state": {"type": {"any_": UNDER_WAY}}}, "work_pools": {"name": {"any_": [POOL]}}}
    found: list[dict[str, Any]] = ask(settings, "flow_runs/filter", wanted)
    return [] if not found or len(_online(settings)) > 1 else found


def _mark(run: dict[str, Any], state: dict[str, str], settings: Settings) -> None:
    ask(settings, f"flow_runs/{run['id']}/set_state", {"state": state, "force": True})


def is_lost(run: dict[str, Any], now: datetime, *, worker_lives: bool) -> bool:
    """Tell whether a run has no process: it has ended, or never came to be."""
    pid = str(run["infrastructure_pid"] or "").rpartition(":")[2]
    if not pid.isdecimal():
        return not worker_lives or now - datetime.fromisoformat(run["state"]["timestamp"]) > HANDED_OUT
    return "prefect" not in command_of(int(pid))


def _online(settings: Settings) -> list[dict[str, Any]]:
    return [one for one in ask(settings, f"work_pools/{POOL}/workers/filter", {}) if one["status"] == "ONLINE"]
