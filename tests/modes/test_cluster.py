"""A Dask cluster of two workers that talk over TCP on loopback, as two machines would."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from distributed import Client

from settings import Settings
from tasks.errors import UserError
from tasks.lane import WorkerError
from tasks.pool import Pool
from tests.hostile.kit import batches, settings
from tests.hostile.works import Broken, Read
from tests.modes.works import Waiting

HERE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    told = tmp_path_factory.mktemp("dask") / "scheduler.json"
    command = ["dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)]
    with _dask(*command) as process:
        with Client(scheduler_file=str(told), timeout=60, set_as_default=False) as client:
            address = client.scheduler.address
        yield address
        process.terminate()


@pytest.fixture
def workers(scheduler: str) -> Iterator[Callable[[], dict[str, int]]]:
    """Two workers of one thread each; gives their process ids by address, those of dead ones left out."""
    started = [_dask("dask_worker", scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(2)]
    with Client(scheduler, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        yield lambda: client.run(os.getpid)
    for process in started:
        process.terminate()
        process.wait()


def _dask(command: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{command}", *arguments],
        env=os.environ | {"PYTHONPATH": str(HERE)},
        stderr=subprocess.DEVNULL,
    )


def pages(folder: Path, *orders: str) -> Path:
    folder.mkdir()
    for number, order in enumerate(orders):
        (folder / f"{number}.txt").write_text(f"{order} and more words", "utf-8")
    return folder


def far(tmp_path: Path, scheduler: str, **values: object) -> Settings:
    return settings(tmp_path, runner="dask", dask_address=scheduler, **values)


def run(work: type[Read], chosen: Settings, folder: Path) -> dict[str, str]:
    with Pool(work(chosen), chosen) as pool:
        return dict(entry for told in pool.map(batches([folder], chosen)) for entry in told)


def test_a_page_that_kills_or_hangs_is_named_and_no_worker_of_dask_is_lost(
    tmp_path: Path, scheduler: str, workers: Callable[[], dict[str, int]]
) -> None:
    before = workers()
    chosen = far(tmp_path, scheduler, page_seconds=1.0, batch_size=3)
    found = run(Read, chosen, pages(tmp_path / "in", "plain", "segfault", "plain", "hang", "plain", "plain"))
    assert found == {
        **{f"{number}.txt": "page" for number in (0, 2, 4, 5)},
        "1.txt": "crashed: its worker was ended by SIGSEGV",
        "3.txt": "too slow: its worker was ended at the time limit of a page",
    }
    assert workers() == before


def test_a_worker_that_is_killed_costs_its_batch_only(
    tmp_path: Path, scheduler: str, workers: Callable[[], dict[str, int]]
) -> None:
    chosen = far(tmp_path, scheduler, batch_size=2)
    folder = pages(tmp_path / "in", "plain", "plain", "wait", "plain", "plain", "plain", "plain", "plain")
    log = Waiting(chosen).log
    with ThreadPoolExecutor(1) as thread:
        outcome = thread.submit(run, Waiting, chosen, folder)
        while not (begun := [line for line in _lines(log) if line.startswith("batch-000002 ")]):
            assert not outcome.done()
            time.sleep(0.05)
        lost = int(begun[0].split()[1])
        assert lost in workers().values()
        os.kill(lost, 9)
        Waiting(chosen).go.touch()
        assert outcome.result() == {f"{number}.txt": "page" for number in range(8)}
    assert sorted(line.split()[0] for line in _lines(log)) == [
        "batch-000001", "batch-000002", "batch-000002", "batch-000003", "batch-000004",
    ]  # fmt: skip


def test_what_the_work_itself_fails_of_is_told(
    tmp_path: Path, scheduler: str, workers: Callable[[], dict[str, int]]
) -> None:
    with pytest.raises(WorkerError, match="No space left on device"):
        run(Broken, far(tmp_path, scheduler), pages(tmp_path / "in", "plain"))


def test_relative_paths_are_those_of_who_sent_them(
    tmp_path: Path, scheduler: str, workers: Callable[[], dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages(tmp_path / "in", "plain")
    monkeypatch.chdir(tmp_path)
    assert run(Read, far(tmp_path, scheduler), Path("in")) == {"0.txt": "page"}


def test_a_cluster_on_this_machine_asks_for_no_port_that_another_one_has(tmp_path: Path, scheduler: str) -> None:
    assert run(Read, far(tmp_path, "", workers=1), pages(tmp_path / "in", "plain")) == {"0.txt": "page"}


def test_a_scheduler_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.cluster.PATIENCE", 0.5)
    with pytest.raises(UserError, match=r"no Dask cluster at tcp://127\.0\.0\.1:9: .*start its scheduler"):
        Pool(None, far(tmp_path, "tcp://127.0.0.1:9"))


def _lines(log: Path) -> list[str]:
    return log.read_text("utf-8").splitlines() if log.exists() else []
