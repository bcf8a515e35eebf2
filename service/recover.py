"""Recover: runs that are said to be under way and whose process is gone are marked as crashed.

`python -m service.recover`, in the environment of the service, whenever no worker is there to say so itself. Their work
is not lost: the next run of their kind does it.
"""

import os
import socket
import subprocess

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas import FlowRun
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType, WorkPoolFilter
from prefect.client.schemas.filters import WorkPoolFilterName as Name
from prefect.client.schemas.objects import StateType
from prefect.states import Crashed

from service.place import POOL

UNDER_WAY = [StateType.RUNNING, StateType.PENDING, StateType.CANCELLING]


def recover(client: SyncPrefectClient) -> list[str]:
    """Mark the runs of the pool as crashed whose process on this machine is gone, and return their names."""
    state = FlowRunFilterState(type=FlowRunFilterStateType(any_=UNDER_WAY))
    found = client.read_flow_runs(
        flow_run_filter=FlowRunFilter(state=state), work_pool_filter=WorkPoolFilter(name=Name(any_=[POOL]))
    )
    lost = [run for run in found if is_lost(run)]
    for run in lost:
        client.set_flow_run_state(run.id, Crashed(message="Its process is gone."), force=True)
    return [run.name for run in lost]


def is_lost(run: FlowRun) -> bool:
    """Tell whether a run has no process: it never got one, or that has ended. Those of other machines are not known."""
    host, _, pid = (run.infrastructure_pid or "").rpartition(":")
    if not pid:
        return True
    if not pid.isdecimal() or host not in ("", socket.gethostname(), os.uname().nodename):
        return False
    told = subprocess.run(["ps", "-o", "args=", "-p", pid], capture_output=True, text=True, check=False)
    return "prefect" not in told.stdout


def main() -> None:
    """Mark what is lost, and say what that was."""
    with get_client(sync_client=True) as client:
        for name in recover(client):
            print(f"lost: {name}")


if __name__ == "__main__":
    main()
