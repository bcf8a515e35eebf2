"""The schedule, end to end: a real server, pool and worker on loopback take a dropped page to the published copy."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep

import duckdb
import pytest

from flows.orchestration import PRIVATE

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180.0
"""Seconds for all of it; 40 to 60 are usual on two cores."""

PAGE = """Border guards stop truck near Halvar

Border guards seized 40 rifles from a truck near the town of Halvar on Monday, the interior ministry said.

Two men were arrested. The driver told the guards that he had been paid to take the load across the river, and that he
did not know who was to receive it. An inquiry has been opened, the ministry added in a statement.
"""


class Bench:
    """An environment of its own on a free port, and the time that is left."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.deadline = monotonic() + PATIENCE
        self.log = home / "log.txt"
        self.data = home / "data"
        self.port = str(port)
        self.api = f"http://127.0.0.1:{port}/api"
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "SITREP_"))},
            **PRIVATE,
            "PREFECT_HOME": str(home / "prefect"),
            "PREFECT_API_URL": self.api,
            "PREFECT_WORKER_QUERY_SECONDS": "2",
            "SITREP_DATA_DIR": str(self.data),
            "SITREP_WORKERS": "1",
        }

    def prefect(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "prefect", "--no-prompt", *arguments]

    def run(self, *arguments: str) -> None:
        done = subprocess.run(
            self.prefect(*arguments), cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        assert done.returncode == 0, done.stdout + done.stderr

    @contextmanager
    def running(self, *arguments: str) -> Iterator[None]:
        """Run a command in a process group of its own for the block, then end that group."""
        with self.log.open("a") as log:
            process = subprocess.Popen(
                self.prefect(*arguments), cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def wait_for(self, what: str, holds: Callable[[], bool]) -> None:
        while not holds():
            if monotonic() > self.deadline:
                pytest.fail(f"waited in vain for {what}:\n{self.log.read_text()[-4000:]}")
            sleep(1)

    def is_up(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.api}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return False

    def published(self) -> list[str]:
        """Stems of the documents in the published copy; none while there is no copy."""
        warehouse = self.data / "published/current/warehouse.duckdb"
        if not warehouse.exists():
            return []
        with duckdb.connect(str(warehouse), read_only=True) as con:
            return [Path(uri).stem for (uri,) in con.execute("select source_uri from documents").fetchall()]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_scheduled_run_publishes_a_dropped_page(bench: Bench) -> None:
    with ExitStack() as stack:
        stack.enter_context(bench.running("server", "start", "--host", "127.0.0.1", "--port", bench.port, "--no-ui"))
        bench.wait_for("the server", bench.is_up)
        bench.run("work-pool", "create", "--type", "process", "sitrep")
        bench.run("deploy", "--name", "ingest-inbox", "--interval", "15")
        stack.enter_context(bench.running("worker", "start", "--pool", "sitrep"))
        inbox = bench.data / "inbox"
        inbox.mkdir(parents=True)
        (inbox / "truck-halvar.txt").write_text(PAGE, "utf-8")
        bench.wait_for("the page in the published copy", lambda: "truck-halvar" in bench.published())
