"""Pages that hang or kill their worker: each is named, and every other page is kept."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tasks.lane import PoolClosedError, WorkerError
from tasks.pool import Pool
from tests.hostile.kit import batches, settings
from tests.hostile.works import Broken, DyingAtTheEnd, Grow, Read, Stillborn


def write(folder: Path, **orders: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, order in orders.items():
        (folder / f"{name}.txt").write_text(f"{order} and more words", "utf-8")
    return folder


def run(work: type[Read], folder: Path, tmp_path: Path, **values: object) -> dict[str, str]:
    chosen = settings(tmp_path, **values)
    with Pool(work(chosen), chosen) as pool:
        found = [entry for told in pool.map(batches([folder], chosen)) for entry in told]
    assert len(found) == len(dict(found))  # none comes twice
    return dict(found)


@pytest.mark.parametrize(
    ("order", "detail"),
    [("segfault", "crashed: its worker was ended by SIGSEGV"), ("exit", "crashed: its worker exited with code 7")],
)
def test_a_page_that_kills_its_worker_is_named_and_the_others_are_kept(order: str, detail: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="plain", b="plain", c=order, d="plain", e=order)
    found = run(Read, folder, tmp_path)
    assert found == {"a.txt": "page", "b.txt": "page", "c.txt": detail, "d.txt": "page", "e.txt": detail}


def test_a_page_that_hangs_in_c_code_is_ended_and_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="plain", b="hang", c="plain")
    found = run(Read, folder, tmp_path, page_seconds=1.0)
    slow = "too slow: its worker was ended at the time limit of a page"
    assert found == {"a.txt": "page", "b.txt": slow, "c.txt": "page"}


def test_a_record_of_an_archive_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "plain one"}\n\n{"text": "exit now"}\n{"text": "plain two"}\n', "utf-8")
    found = run(Read, path, tmp_path)
    died = "crashed: its worker exited with code 7"
    assert found == {"in.jsonl#1": "page", "in.jsonl#3": died, "in.jsonl#4": "page"}


def test_a_worker_that_dies_after_its_pages_is_retried_in_halves(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="plain", b="plain", poison="plain", z="plain")
    found = run(DyingAtTheEnd, folder, tmp_path)
    died = "crashed: its worker exited with code 9"
    assert found == {"a.txt": "page", "b.txt": "page", "poison.txt": died, "z.txt": "page"}


def test_what_a_library_prints_does_not_garble_the_answers(tmp_path: Path) -> None:
    assert run(Read, write(tmp_path / "in", a="print"), tmp_path) == {"a.txt": "page"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_a_page_that_eats_memory_is_named(tmp_path: Path) -> None:
    found = run(Read, write(tmp_path / "in", a="plain", b="eat", c="plain"), tmp_path)
    assert found == {"a.txt": "page", "b.txt": "crashed: its worker ran out of memory", "c.txt": "page"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only the peak is known")
def test_a_worker_that_grows_is_replaced_after_its_batch(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", a="plain", b="plain", c="plain", d="plain", e="plain", f="plain")
    found = run(Grow, folder, tmp_path, batch_size=1, worker_memory=140_000_000)
    assert 1 < len(set(found.values())) < len(found)


def test_an_error_that_is_no_pages_fault_is_raised_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(WorkerError) as raised:
        run(Broken, write(tmp_path / "in", a="plain"), tmp_path)
    assert str(raised.value) == "OSError: [Errno 28] No space left on device: 'staging'"


def test_a_worker_that_cannot_start_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="could not start: it exited with code 3"):
        run(Stillborn, write(tmp_path / "in", a="plain", b="plain"), tmp_path)


def test_a_worker_that_dies_idle_costs_no_page(tmp_path: Path) -> None:
    chosen = settings(tmp_path, batch_size=1)
    folder = write(tmp_path / "in", a="plain", b="plain")
    with Pool(Read(chosen), chosen) as pool:
        first, second = batches([folder], chosen)
        assert pool.run(first) == [[("a.txt", "page")]]
        process = pool._all[0]._process
        assert process is not None
        process.kill()
        process.wait()
        assert pool.run(second) == [[("b.txt", "page")]]


def test_closing_ends_workers_in_the_middle_of_a_page(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    (batch,) = batches([write(tmp_path / "in", a="hang")], chosen)
    raised: list[BaseException] = []

    def wait_for_it(pool: Pool) -> None:
        try:
            pool.run(batch)
        except PoolClosedError as error:
            raised.append(error)

    with Pool(Read(chosen), chosen) as pool:
        waiting = threading.Thread(target=wait_for_it, args=(pool,))
        waiting.start()
        while (process := pool._all[0]._process) is None:
            time.sleep(0.01)
    waiting.join()
    assert len(raised) == 1
    assert process.returncode == -signal.SIGKILL


PARENT = """
import signal
import sys
from pathlib import Path
from tasks.pool import Pool
from tests.hostile.kit import batches, settings
from tests.hostile.works import Read
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start us with it ignored
import polars  # has waits go on after Ctrl-C
chosen = settings(Path(sys.argv[1]), workers=2)
with Pool(Read(chosen), chosen) as pool:
    list(pool.map(batches([sys.argv[1] + "/in"], chosen)))
"""


def test_ctrl_c_ends_parent_and_workers_without_a_storm_of_traces(tmp_path: Path) -> None:
    write(tmp_path / "in", a="print", b="hang")
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert parent.stderr is not None
    while "a library that talks" not in parent.stderr.readline():
        assert parent.poll() is None
    os.killpg(parent.pid, signal.SIGINT)  # as a terminal does
    noise = parent.stderr.read()  # ends when parent and workers are gone, since all hold it open
    parent.stderr.close()
    assert parent.wait() == -signal.SIGINT
    assert noise.count("Traceback") == 1
    assert noise.rstrip().endswith("KeyboardInterrupt")
