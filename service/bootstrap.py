"""Bootstrap: what a server must hold before a worker starts: pool, limits, automations and deployments.

`python -m service.bootstrap`, in the environment of the service. It can be run again at any time.
"""

import subprocess
import sys
from datetime import timedelta

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.exceptions import ObjectNotFound

from service.place import HEARTBEAT_SECONDS, POOL, ROOT, WRITER

ENDS = ("Completed", "Failed", "Cancelled", "Crashed")
LOST_AFTER = timedelta(seconds=3 * HEARTBEAT_SECONDS)
"""After so long without a heartbeat a run has ended without saying so."""


def lost_runs() -> AutomationCore:
    """Return the automation that marks runs as crashed whose process is gone."""
    return AutomationCore(
        name="sitrep: a run without a heartbeat has crashed",
        description="The process of the run is gone, and with it the worker that would have said so.",
        trigger=EventTrigger(
            after={"prefect.flow-run.heartbeat"},
            expect={"prefect.flow-run.heartbeat", *(f"prefect.flow-run.{end}" for end in ENDS)},
            match={"prefect.resource.id": ["prefect.flow-run.*"]},
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=LOST_AFTER,
        ),
        actions=[_crash("No heartbeat: its process is gone.")],
    )


def _crash(why: str) -> ChangeFlowRunState:
    return ChangeFlowRunState(name=None, state=StateType.CRASHED, message=why, force=False)


def set_up(client: SyncPrefectClient) -> None:
    """Make the pool, the limit of one writer, and the automations, where they are not there as they should be."""
    try:
        client.read_work_pool(POOL)
    except ObjectNotFound:
        client.create_work_pool(WorkPoolCreate(name=POOL, type="process"))
    client.upsert_global_concurrency_limit_by_name(WRITER, 1)
    wanted = lost_runs()
    found = client.read_automations_by_name(wanted.name)
    for surplus in found:
        client.delete_automation(surplus.id)
    client.create_automation(wanted)


def main() -> int:
    """Set the server up and deploy all that `prefect.yaml` holds."""
    with get_client(sync_client=True) as client:
        set_up(client)
    command = [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all", "--prefect-file", "prefect.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
