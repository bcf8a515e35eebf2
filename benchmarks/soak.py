"""Soak: a month of the schedule in a row, run by run through server and worker, and what it leaves behind.

The clock is not turned: what hangs on days (revisits, rotation, the 30 days that runs are kept) takes no part. But
Prefect's events are kept as long as about two simulated days take here, as the service keeps them for two days. A
simulated day is so many harvests of a local site that has new articles each time, the publication that each load
triggers, and one night's care.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import Any
from uuid import uuid4

from benchmarks.measure import RunError, Spread, resident_bytes
from benchmarks.plot import plot
from benchmarks.verdict import Verdict, machine
from service import state
from service.api import SilentError, ask
from settings import Settings
from tests.web.outlets import write_outlet
from tests.web.server import Site, serving

HARVESTS, ARTICLES = 9, 2
"""Harvests a day, and new articles a harvest."""
LOOK_SECONDS = 1.0
"""Between two questions whether a run has ended: each is work for the server, which is what is measured."""
PATIENCE = 120.0
"""Seconds in which the server has to answer: on a busy machine it does not always at once."""
PORT = 42_918
QUICK = {
    "PREFECT_WORKER_QUERY_SECONDS": "1",
    "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": "PT150S",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_LOOP_SECONDS": "30",
}
"""How a day is made to pass in a minute or so."""
GROWTH = 1.5
"""Most that memory and time of the last tenth may be of those of the second: the first warms up."""
PLOT = Path(__file__).with_name("results") / "soak.svg"
UP = "import sys; from cli.main import main; sys.argv = ['sitrep', 'up']; main()"


@dataclass(frozen=True, slots=True)
class Sample:
    """What there is after one run that was asked for: seconds, bytes in millions, and flow runs that have completed."""

    seconds: float
    server: float
    worker: float
    prefect: float
    warehouse: float
    logs: float
    runs: float


def soak(options: argparse.Namespace) -> Iterator[Verdict]:
    """Run a simulated month, draw it, and compare its end with its beginning."""
    with TemporaryDirectory() as made:
        samples = list(_month(Path(made), options.days))
    PLOT.parent.mkdir(exist_ok=True)
    named = {field.name: [getattr(one, field.name) for one in samples] for field in fields(Sample)}
    runs = f"{options.days} simulated days, {samples[-1].runs:.0f} flow runs"
    PLOT.write_text(plot([runs, machine()], named), encoding="utf-8")
    tenth = max(1, len(samples) // 10)
    on = f"{runs}, a tenth at the end to a tenth near the start"
    for name in ("seconds", "server", "worker"):
        ratio = _mean(named[name][-tenth:]) / _mean(named[name][tenth : 2 * tenth] or named[name][:tenth])
        yield Verdict(f"growth of {name}", on, Spread.of([ratio]), "at most", GROWTH)
    for name in ("prefect", "warehouse", "logs"):
        each = (named[name][-1] - named[name][0]) / max(1.0, named["runs"][-1] - named["runs"][0]) * 1000
        yield Verdict(f"growth of {name}, KB a run", f"{named[name][-1]:.1f} MB in the end", Spread.of([each]))


def _month(home: Path, days: int) -> Iterator[Sample]:
    settings = Settings(data_dir=home / "data", sources_dir=home / "sources", server_port=PORT, workers=1)
    with serving(Site(articles=0)) as site:
        write_outlet(settings.sources_dir, site, start=("feeds",), daily_limit=1_000_000)
        with _up(settings):
            found = _ask(settings, "deployments/filter", {})
            ids = {one["name"]: one["id"] for one in found}
            for one in found:  # nothing runs but what is asked for here
                _ask(settings, f"deployments/{one['id']}/pause_deployment", {})
            began = perf_counter()
            for day in range(days):
                for _ in range(HARVESTS):
                    site.articles += ARTICLES
                    yield _sample(settings, _run(settings, ids["harvest"]))
                yield (last := _sample(settings, _run(settings, ids["maintain"])))
                told = ", ".join(f"{name} {figure:.1f}" for name, figure in asdict(last).items())
                print(f"day {day + 1} of {days}, after {perf_counter() - began:.0f} s: {told}", file=sys.stderr)


def _ask(settings: Settings, path: str, body: dict[str, Any] | None = None) -> Any:
    """Ask the server until it answers.

    Raises:
        RunError: it has not for so long that something is wrong.
    """
    deadline = perf_counter() + PATIENCE
    while True:
        try:
            return ask(settings, path, body)
        except SilentError as error:
            if perf_counter() > deadline:
                raise RunError(f"the server does not answer to {path}: {error}") from None
            sleep(LOOK_SECONDS)


def _run(settings: Settings, deployment: str) -> float:
    """Have the worker do one run of a deployment, and return the seconds from asking to its end.

    Raises:
        RunError: it did not complete.
    """
    began = perf_counter()
    once = {"idempotency_key": str(uuid4())}  # however often the server is asked for it
    run = _ask(settings, f"deployments/{deployment}/create_flow_run", once)["id"]
    while (told := _ask(settings, f"flow_runs/{run}"))["state_type"] in ("SCHEDULED", "PENDING", "RUNNING"):
        sleep(LOOK_SECONDS)
    if told["state_type"] != "COMPLETED":
        raise RunError(f"{told['name']}: {told['state_name']}: {told['state']['message']}")
    return perf_counter() - began


def _sample(settings: Settings, seconds: float) -> Sample:
    found = state.read(settings)
    assert found is not None
    memory = [resident_bytes(found.groups[name]) for name in ("server", "worker")]  # without the runs of the worker
    places = [settings.data_dir / name for name in ("prefect", "work", "service")]
    sizes = [sum(path.stat().st_size for path in place.rglob("*") if path.is_file()) for place in places]
    done = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}
    return Sample(seconds, *(size / 1e6 for size in (*memory, *sizes)), _ask(settings, "flow_runs/count", done))


@contextmanager
def _up(settings: Settings) -> Iterator[None]:
    told = {"DATA_DIR": settings.data_dir, "SOURCES_DIR": settings.sources_dir, "SERVER_PORT": PORT, "WORKERS": 1}
    environment = {**os.environ, **QUICK, **{f"SITREP_{name}": str(value) for name, value in told.items()}}
    process = subprocess.Popen([sys.executable, "-c", UP], env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        if "up:" not in (line := process.stdout.readline()):
            raise RunError(line)
        yield
    finally:
        process.terminate()
        process.communicate()


def _mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures)
