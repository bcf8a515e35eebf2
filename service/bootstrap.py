"""Bootstrap: what a server must hold before a worker starts: pool, limit and deployments.

`python -m service.bootstrap`, in the environment of the service. It can be run again at any time.
"""

import sys
from pathlib import Path

from prefect.cli import app
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.exceptions import ObjectNotFound

from service import deployments
from service.place import POOL, WRITER
from settings import Settings


def set_up(client: SyncPrefectClient) -> None:
    """Make the pool and the limit of one writer where they are not there."""
    try:
        client.read_work_pool(POOL)
    except ObjectNotFound:
        client.create_work_pool(WorkPoolCreate(name=POOL, type="process"))
    client.upsert_global_concurrency_limit_by_name(WRITER, 1)


def clear(client: SyncPrefectClient, wanted: set[str]) -> None:
    """Remove the deployments of outlets that no longer ask for one."""
    for found in client.read_deployments():
        if found.name.startswith(f"{deployments.COMMON}-") and found.name not in wanted:
            client.delete_deployment(found.id)


def deploy(path: Path) -> None:
    """Deploy all that a file holds, as `prefect deploy` does; in this process, as to import Prefect takes seconds.

    Raises:
        SystemExit: it is done, or could not be.
    """
    sys.argv = ["prefect", "--no-prompt", "deploy", "--all", "--prefect-file", str(path)]
    app()


def main() -> None:
    """Set the server up and deploy all that there is; ends as `deploy` does."""
    path, names = deployments.write(Settings())
    with get_client(sync_client=True) as client:
        set_up(client)
        clear(client, names)
    deploy(path)


if __name__ == "__main__":
    main()
