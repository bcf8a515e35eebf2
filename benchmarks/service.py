"""Service: what orchestration costs, and whether anything grows in months of it."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks import corpus
from benchmarks.measure import Spread, interleaved
from benchmarks.verdict import Verdict

PAGES, SHARE = 5_000, 5.0
"""Pages of the ingest, and the most of its time that may be Prefect's, in percent."""
ROUNDS = 5
"""At least: what is measured is as small as what a machine varies by from run to run."""
PORT = 42_917


def orchestration(options: argparse.Namespace) -> Iterator[Verdict]:
    """Measure the main job as a flow, without and with a server, against the same job at once."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as home:
        corpus.write(Path(folder), PAGES, "small", options.seed)
        sides = [("benchmarks.orchestrated", (side, folder, options.workers)) for side in ("once", "flow")]
        rounds = max(options.rounds, ROUNDS)
        once, flows = interleaved(rounds, *sides)
        with _server(home):
            ones, served = interleaved(rounds, *sides)
    on = f"{PAGES:,} small pages, {options.workers} workers"
    for name, plain, flow in (("without a server", once, flows), ("with a server", ones, served)):
        pairs = list(zip(plain, flow, strict=True))
        shares = Spread.of(100 * (1 - one.seconds / other.seconds) for one, other in pairs)
        yield Verdict(f"share of orchestration {name}, %", on, shares, "at most", SHARE)
        spent = Spread.of(100 * (1 - one.processor_seconds / other.processor_seconds) for one, other in pairs)
        yield Verdict(f"the same by processor time {name}, imports included, %", on, spent)


@contextmanager
def _server(home: str) -> Iterator[None]:
    url = f"http://127.0.0.1:{PORT}"
    environment = os.environ | {"PREFECT_HOME": home, "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    command = [sys.executable, "-m", "prefect", "--no-prompt", "server", "start", "--port", str(PORT)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)
    try:
        _wait_for(f"{url}/api/health")
        os.environ["PREFECT_API_URL"] = f"{url}/api"
        yield
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        process.terminate()
        process.wait()


def _wait_for(url: str, patience: float = 180.0) -> None:
    deadline = monotonic() + patience
    while monotonic() < deadline:
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, TimeoutError, ConnectionError):
            sleep(0.5)
    raise TimeoutError(f"{url} does not answer")
