"""Bench: a service of its own, on a free port and an empty data folder, and the questions that the tests ask of it."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import duckdb

from service import state
from service.api import SilentError, ask
from settings import Settings
from tests.web.outlets import write_outlet
from tests.web.server import Site, article, serving

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 600.0
"""Seconds that anything is waited for: far more than it takes, for machines that are busy."""
COMMAND = "import sys; from cli.main import main; sys.argv = ['sitrep', *sys.argv[1:]]; main()"


class Bench:
    """The service of one data folder."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.home, self.log, self.told = home, home / "up.log", home / "told"
        with serving(Site(articles=0)) as site:  # which is gone when the first harvest is due
            write_outlet(home / "sources", site, every=86_400)
        self.settings = Settings(data_dir=home / "data", server_port=port, sources_dir=home / "sources", workers=1)
        self.inbox = self.settings.inbox
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "SITREP_"))},
            "PREFECT_WORKER_QUERY_SECONDS": "2",
            "PYTHONPATH": str(ROOT),
            "SITREP_DATA_DIR": str(self.settings.data_dir),
            "SITREP_SERVER_PORT": str(port),
            "SITREP_SOURCES_DIR": str(home / "sources"),
            "SITREP_WORKERS": "1",
            "SITREP_BATCH_SIZE": "20",
            "SITREP_NOTIFY_COMMAND": f"tee -a {self.told}",
        }

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """Start a command of ours, in a folder that is not the repository's."""
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            cwd=self.home,
            env=self.environment | more,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str) -> str:
        """Run a command of ours and return what it says."""
        return self.start(*arguments).communicate(timeout=PATIENCE)[0]

    @contextmanager
    def up(self) -> Iterator[subprocess.Popen[bytes]]:
        """Run `sitrep up` for the block, then `sitrep down`."""
        before = self._ups()
        with self.log.open("ab") as log:
            command = [sys.executable, "-c", COMMAND, "up"]
            process = subprocess.Popen(command, cwd=self.home, env=self.environment, stdout=log, stderr=log)
        try:
            self.wait_for("the service", lambda: process.poll() is not None or self._ups() > before)
            assert process.poll() is None, self.log.read_text()
            yield process
        finally:
            self.run("down")
            process.wait(PATIENCE)

    def _ups(self) -> int:
        """Return how often a service has said that it is up."""
        return self.log.read_text().count("sitrep: up:") if self.log.exists() else 0

    def wait_for(self, what: str, holds: Callable[[], Any]) -> Any:
        """Wait until something holds, and return it."""
        deadline = monotonic() + PATIENCE
        while not (found := holds()):
            assert monotonic() < deadline, f"waited in vain for {what}:\n{self._told()}"
            sleep(0.5)
        return found

    def ask(self, path: str, body: Any = None) -> Any:
        """Ask the server; null while it does not answer."""
        with suppress(SilentError):
            return ask(self.settings, path, body)
        return None

    def deployment(self, name: str) -> dict[str, Any]:
        """Return a deployment."""
        found = self.wait_for("the server", lambda: self.ask("deployments/filter", {}))
        return next(dict(one) for one in found if one["name"] == name)

    def schedule(self, name: str, seconds: int) -> None:
        """Have a deployment run every so many seconds, too."""
        schedule = [{"schedule": {"interval": seconds}, "active": True}]
        assert self.ask(f"deployments/{self.deployment(name)['id']}/schedules", schedule)

    def pause(self, name: str) -> None:
        """Have no more runs of a deployment scheduled: each takes seconds that other tests wait for."""
        self.ask(f"deployments/{self.deployment(name)['id']}/pause_deployment", {})
        assert self.deployment(name)["paused"]

    def skip(self, name: str) -> None:
        """Leave the run of a deployment out that is due, as Prefect does with those of one that is paused."""
        self.pause(name)
        self.ask(f"deployments/{self.deployment(name)['id']}/resume_deployment", {})
        assert not self.deployment(name)["paused"]

    def runs(self, name: str, *states: str) -> list[dict[str, Any]]:
        """Return the runs of a deployment in these states."""
        wanted = {"deployment_id": {"any_": [self.deployment(name)["id"]]}, "state": {"name": {"any_": states}}}
        return self.ask("flow_runs/filter", {"flow_runs": wanted}) or []

    def published(self) -> list[str]:
        """Return the stems of the documents in the published copy; none while there is no copy."""
        warehouse = self.settings.data_dir / "published/current/warehouse.duckdb"
        if not warehouse.exists():
            return []
        with duckdb.connect(str(warehouse.resolve()), read_only=True) as con:
            return sorted(Path(uri).stem for (uri,) in con.execute("select source_uri from documents").fetchall())

    def drop(self, folder: Path, numbers: Sequence[int]) -> list[str]:
        """Write invented pages into a folder, each at once, and return their stems."""
        for number in numbers:
            draft = folder / f".{number}"
            draft.write_bytes(article(number))
            draft.rename(folder / f"page-{number:04}.html")
        return [f"page-{number:04}" for number in numbers]

    def group(self, name: str) -> int:
        """Return the process of the server or of the worker."""
        found = state.read(self.settings)
        assert found is not None
        return found.groups[name]

    def kill(self, name: str) -> None:
        """End server or worker as the machine would that runs out of memory: it, and all below it, at once."""
        for pid in _below(self.group(name)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _told(self) -> str:
        logs = [self.log, *sorted((self.settings.data_dir / "service").glob("*.log"))]
        return "\n".join(f"--- {log.name}\n{log.read_text()[-2500:]}" for log in logs if log.exists())


def _below(pid: int) -> list[int]:
    told = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(child): int(parent) for child, parent in map(str.split, told.splitlines())}
    found = [pid]
    for above in found:  # grows meanwhile
        found += [child for child, parent in parents.items() if parent == above]
    return found
