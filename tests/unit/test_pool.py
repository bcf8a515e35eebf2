from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tasks.lane import PoolClosedError, WorkerError
from tasks.pool import AHEAD, Pool
from tasks.slice import Batch
from tests.hostile.kit import batches, gzipped, jsonl, settings
from tests.hostile.works import Broken, Read


def write(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(f"page {n}", "utf-8")
    return folder


def test_every_page_comes_back_once_whatever_the_number_of_workers(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", 25)
    for workers in (1, 3):
        chosen = settings(tmp_path, workers=workers, batch_size=4)
        with Pool(Read(chosen), chosen) as pool:
            found = sorted(entry for told in pool.map(batches([folder], chosen)) for entry in told)
        assert found == [(f"{n:03}.txt", "page") for n in range(25)]


def test_batches_are_planned_only_as_workers_take_them(tmp_path: Path) -> None:
    chosen = settings(tmp_path, workers=2, batch_size=1)
    planned: list[str] = []

    def watched() -> Iterator[Batch]:
        for batch in batches([write(tmp_path / "in", 20)], chosen):
            planned.append(batch.name)
            yield batch

    with Pool(Read(chosen), chosen) as pool:
        for done, _ in enumerate(pool.map(watched()), 1):
            assert len(planned) - done <= AHEAD * 2


def test_threads_of_others_may_run_batches(tmp_path: Path) -> None:
    chosen = settings(tmp_path, workers=2, batch_size=2)
    with Pool(Read(chosen), chosen) as pool, ThreadPoolExecutor(5) as threads:
        results = list(threads.map(pool.run, batches([write(tmp_path / "in", 10)], chosen)))
    assert [len(told) for result in results for told in result] == [2] * 5


def test_threads_that_share_a_pool_all_end_when_its_work_fails(tmp_path: Path) -> None:
    chosen = settings(tmp_path, workers=2, batch_size=1)
    planned = list(batches([write(tmp_path / "in", 12)], chosen))
    pool = Pool(Broken(chosen), chosen)
    with ThreadPoolExecutor(3) as threads:
        runs = [threads.submit(list, pool.map(planned[n::3])) for n in range(3)]
        errors = {type(run.exception(60)) for run in runs}
    assert WorkerError in errors
    assert errors <= {WorkerError, PoolClosedError}
    assert [lane._process for lane in pool._all] == [None, None]


def test_what_was_unpacked_is_gone_after_the_run(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzipped(jsonl({"text": f"page {n}"} for n in range(9))))
    chosen = settings(tmp_path, batch_size=2)
    with Pool(Read(chosen), chosen) as pool:
        assert sum(len(told) for told in pool.map(batches([path], chosen))) == 9
    assert list((chosen.data_dir / "spool").iterdir()) == []


def test_leaving_early_ends_the_workers(tmp_path: Path) -> None:
    chosen = settings(tmp_path, batch_size=1)
    pool = Pool(Read(chosen), chosen)
    planned = batches([write(tmp_path / "in", 5)], chosen)
    results = pool.map(planned)
    assert next(results) == [("000.txt", "page")]
    results.close()  # type: ignore[attr-defined]
    assert pool._all[0]._process is None
    with pytest.raises(PoolClosedError):
        pool.run(next(planned))


def test_an_error_in_the_plan_ends_the_workers(tmp_path: Path) -> None:
    chosen = settings(tmp_path, batch_size=1)

    def failing() -> Iterator[Batch]:
        yield from batches([write(tmp_path / "in", 2)], chosen)
        raise KeyError("plan")

    pool = Pool(Read(chosen), chosen)
    with pytest.raises(KeyError):
        list(pool.map(failing()))
    assert pool._all[0]._process is None


def test_processes_may_start_before_their_work_is_known(tmp_path: Path) -> None:
    chosen = settings(tmp_path, workers=2)
    with Pool.ahead(chosen, ["tasks.decode"]) as pool:
        started = [lane._process for lane in pool._all]
        assert None not in started
        pool.employ(Read(chosen))
        found = [entry for told in pool.map(batches([write(tmp_path / "in", 3)], chosen)) for entry in told]
        assert len(found) == 3
        assert [lane._process for lane in pool._all] == started


def test_no_more_processes_start_ahead_than_there_are_pages(tmp_path: Path) -> None:
    with Pool.ahead(settings(tmp_path, workers=3), ["tasks.decode"], pages=1) as pool:
        assert [lane._process is not None for lane in pool._all] == [True, False, False]


def test_a_process_that_died_before_it_was_told_its_work_is_replaced(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    with Pool.ahead(chosen, ["tasks.decode"]) as pool:
        dead = pool._all[0]._process
        assert dead
        dead.kill()
        dead.wait()
        pool.employ(Read(chosen))
        assert len(list(pool.map(batches([write(tmp_path / "in", 1)], chosen)))) == 1
        assert pool._all[0]._process is not dead


def test_a_pool_without_work_ends_its_processes(tmp_path: Path) -> None:
    with Pool.ahead(settings(tmp_path, workers=2), ["tasks.decode"]) as pool:
        processes = [process for lane in pool._all if (process := lane._process)]
    assert len(processes) == 2
    assert all(process.returncode is not None for process in processes)


def test_a_module_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    chosen = settings(tmp_path)
    with Pool.ahead(chosen, ["tasks.no_such"]) as pool:
        pool.employ(Read(chosen))
        with pytest.raises(WorkerError, match="could not start: it"):
            list(pool.map(batches([write(tmp_path / "in", 1)], chosen)))
