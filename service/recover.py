"""Recover: runs that are said to be under way and have no process are marked as crashed.

A run that is killed together with its worker cannot say so, and one whose server died as it was handed out waits for
ever; both keep the place of the next run of their kind. Their work is not lost: that next run does it.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from service.api import ask
from service.place import POOL
from service.state import command_of
from settings import Settings

UNDER_WAY = ["RUNNING", "PENDING", "CANCELLING"]
GONE = "Its process is gone."
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
    wanted = {"flow_runs": {"state": {"type": {"any_": UNDER_WAY}}}, "work_pools": {"name": {"any_": [POOL]}}}
    found = ask(settings, "flow_runs/filter", wanted)
    if not found or len(_online(settings)) > 1:
        return Recovery([], frozenset())
    lost = {run["state"]["id"]: run for run in found if is_lost(run, datetime.now(UTC), worker_lives=worker_lives)}
    marked = [lost.pop(state) for state in set(before) & lost.keys()]
    for run in marked:
        crashed = {"type": "CRASHED", "name": "Crashed", "message": GONE}
        ask(settings, f"flow_runs/{run['id']}/set_state", {"state": crashed, "force": True})
    return Recovery(marked, frozenset(lost))


def is_lost(run: dict[str, Any], now: datetime, *, worker_lives: bool) -> bool:
    """Tell whether a run has no process: it has ended, or never came to be."""
    pid = str(run["infrastructure_pid"] or "").rpartition(":")[2]
    if not pid.isdecimal():
        return not worker_lives or now - datetime.fromisoformat(run["state"]["timestamp"]) > HANDED_OUT
    return "prefect" not in command_of(int(pid))


def _online(settings: Settings) -> list[dict[str, Any]]:
    return [one for one in ask(settings, f"work_pools/{POOL}/workers/filter", {}) if one["status"] == "ONLINE"]
