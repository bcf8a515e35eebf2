"""What workers log, and that one died, stands in the logs of the run that they work for."""

import time
from pathlib import Path

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import LogFilter, LogFilterFlowRunId
from prefect.runtime import flow_run

from flows.ingest import Tasks
from tasks.pool import Pool
from tests.flows.conftest import SOCKETS
from tests.hostile.kit import batches, settings
from tests.hostile.works import Read

pytestmark = SOCKETS

PATIENCE = 60.0


@pytest.mark.usefixtures("api")
def test_what_workers_log_reaches_the_run(tmp_path: Path) -> None:
    for name, order in (("a.txt", "warn"), ("b.txt", "segfault")):
        (tmp_path / name).write_text(f"{order} and go on", "utf-8")
    chosen = settings(tmp_path, batch_size=1)

    @flow
    def job() -> str:
        with Pool(Read(chosen), chosen) as pool:
            found = list(Tasks(1).each("read", pool, batches([tmp_path / "a.txt", tmp_path / "b.txt"], chosen)))
        assert [told for ((_, told),) in found] == ["page", "crashed: its worker was ended by SIGSEGV"]  # type: ignore
        return str(flow_run.id)

    logs = _logs(job(), 2)
    assert "library: an odd page" in logs
    assert any(line.startswith("a worker was ended by SIGSEGV while it read ") for line in logs)


def _logs(run: str, least: int) -> list[str]:
    """Return what the workers of a run logged: it comes to the server a moment later."""
    wanted = LogFilter(flow_run_id=LogFilterFlowRunId(any_=[run]))
    deadline = time.monotonic() + PATIENCE
    with get_client(sync_client=True) as client:
        while len(found := [one for one in client.read_logs(wanted) if one.name == "sitrep.worker"]) < least:
            assert time.monotonic() < deadline
            time.sleep(0.2)
    return [one.message for one in found]
