"""Bootstrap: what a server must hold before a worker starts: pool, limit and deployments.

`python -m service.bootstrap`, in the environment of the service. It can be run again at any time.
"""

import subprocess
import sys

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectNotFound

from service.place import POOL, ROOT, WRITER


def set_up(client: SyncPrefectClient) -> None:
    """Make the pool and the limit of one writer where they are not there."""
    try:
        client.read_work_pool(POOL)
    except ObjectNotFound:
        client.create_work_pool(WorkPoolCreate(name=POOL, type="process"))
    client.upsert_global_concurrency_limit_by_name(WRITER, 1)


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
