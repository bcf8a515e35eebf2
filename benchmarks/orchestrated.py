"""Orchestrated: the main job as a Prefect flow, or at once in the same way, into an empty data folder.

python -m benchmarks.orchestrated flow|once FOLDER WORKERS
"""

import json
import os
import sys
from tempfile import TemporaryDirectory
from time import perf_counter


def main() -> None:
    """Print pages and seconds. Imports and the start of a server are not counted: they are once a run, not a page."""
    side, folder, workers = sys.argv[1:]
    with TemporaryDirectory() as data:
        os.environ |= {"SITREP_DATA_DIR": data, "SITREP_WORKERS": workers}
        seconds, pages = _as_flow(folder, data) if side == "flow" else _once(folder)
    print(json.dumps({"done": pages, "seconds": seconds}))


def _once(folder: str) -> tuple[float, int]:
    from settings import Settings
    from tasks import steps  # noqa: F401 - its imports are not what is measured
    from tasks.ingest import AtOnce, ingest

    began = perf_counter()
    report = ingest([folder], Settings(), AtOnce())
    return perf_counter() - began, report.pages


def _as_flow(folder: str, data: str) -> tuple[float, int]:
    from flows.orchestration import prepare

    served = "PREFECT_API_URL" in os.environ
    if not served:
        os.environ["PREFECT_HOME"] = f"{data}/prefect"
    prepare()
    from prefect.client.orchestration import get_client

    from flows.ingest import ingest
    from service.bootstrap import set_up
    from tasks import steps  # noqa: F401

    with get_client(sync_client=True) as client:  # starts the server where there is none
        client.hello()
        if served:
            set_up(client)  # the limit of one writer, as on a server of `sitrep up`
        began = perf_counter()
        report = ingest([folder])
        return perf_counter() - began, report.pages  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
