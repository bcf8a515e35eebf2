"""Recover: runs that are said to be under way and have no process are marked as crashed.

A run that is killed together with its worker cannot say so, and one whose server died as it was handed out waits for
ever; both keep the place of the next run of their kind. Their work is not lost: that next run does it.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from service.api import ask
from service.place import POOL
from service.state import command_of
from settings import Settings

UNDER_WAY = ["RUNNING", "PENDING", "CANCELLING"]
GONE = "Its process is gone."
HANDED_OUT = timedelta(seconds=60)
"""So long a run may take from being handed out to having a process."""


def recover(settings: Settings, *, worker_lives: bool) -> list[dict[str, Any]]:
    """Mark runs of the pool as crashed that have no process on this machine, and return them.

    Nothing is done where more than one worker is at work: the processes of another machine are not known here.

    Raises:
        SilentError: the server does not answer.
    """
    wanted = {"flow_runs": {"state": {"type": {"any_": UNDER_WAY}}}, "work_pools": {"name": {"any_": [POOL]}}}
    found = ask(settings, "flow_runs/filter", wanted)
    if not found or len(_online(settings)) > 1:
        return []
    gone = [run for run in found if is_lost(run, datetime.now(UTC), worker_lives=worker_lives)]
    lost = [run for run in gone if _stands(settings, run)]
    for run in lost:
        crashed = {"type": "CRASHED", "name": "Crashed", "message": GONE}
        ask(settings, f"flow_runs/{run['id']}/set_state", {"state": crashed, "force": True})
    return lost


def _stands(settings: Settings, run: dict[str, Any]) -> bool:
    """Tell whether the server still says of a run what it said: one that has ended meanwhile needs no process."""
    said: str = ask(settings, f"flow_runs/{run['id']}")["state"]["id"]
    return said == run["state"]["id"]


def is_lost(run: dict[str, Any], now: datetime, *, worker_lives: bool) -> bool:
    """Tell whether a run has no process: it has ended, or never came to be."""
    pid = str(run["infrastructure_pid"] or "").rpartition(":")[2]
    if not pid.isdecimal():
        return not worker_lives or now - datetime.fromisoformat(run["state"]["timestamp"]) > HANDED_OUT
    return "prefect" not in command_of(int(pid))


def _online(settings: Settings) -> list[dict[str, Any]]:
    return [one for one in ask(settings, f"work_pools/{POOL}/workers/filter", {}) if one["status"] == "ONLINE"]
