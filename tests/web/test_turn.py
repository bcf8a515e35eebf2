import json
import multiprocessing
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tasks.web.turn import FAILURES, Hosts, RestingError


def begun(folder: Path) -> float:
    (state,) = folder.glob("*.json")
    return float(json.loads(state.read_text())["last"])


def test_the_next_request_begins_after_the_delay(tmp_path: Path) -> None:

    hosts = Hosts(tmp_path)
    with hosts.turn("host.example", 0.2):
        first = begun(tmp_path)
    with hosts.turn("host.example", 0.2):
        assert time.time() >= first + 0.2
    with hosts.turn("other.example", 0.2):
        pass


def ask(folder: Path, log: Path) -> None:
    for _ in range(3):
        with Hosts(folder).turn("host.example", 0.05):
            with log.open("a") as file:
                file.write(f"{time.time()}\n")
            time.sleep(0.02)
            with log.open("a") as file:
                file.write(f"{time.time()}\n")


def test_processes_take_turns(tmp_path: Path) -> None:
    log = tmp_path / "log"
    runs = [multiprocessing.get_context("spawn").Process(target=ask, args=(tmp_path / "hosts", log)) for _ in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    moments = list(map(float, log.read_text().split()))
    assert len(moments) == 18
    assert moments == sorted(moments)  # begin and end of each, never one inside another
    begins = moments[::2]
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(begins))


def test_a_host_that_rests_for_long_is_not_waited_for(tmp_path: Path) -> None:
    hosts = Hosts(tmp_path)
    hosts.failed("host.example", retry_after=3600)
    with pytest.raises(RestingError, match="rests for another"), hosts.turn("host.example", 0):
        pass


def test_a_host_rests_after_some_failures_in_a_row_and_not_before(tmp_path: Path) -> None:
    hosts = Hosts(tmp_path)
    for _ in range(FAILURES - 1):
        hosts.failed("host.example")
    hosts.succeeded("host.example")
    for _ in range(FAILURES - 1):
        hosts.failed("host.example")
    with hosts.turn("host.example", 0):
        pass
    hosts.failed("host.example")
    with pytest.raises(RestingError), hosts.turn("host.example", 0):
        pass


def test_a_torn_state_is_begun_anew(tmp_path: Path) -> None:
    hosts = Hosts(tmp_path)
    hosts.failed("host.example", retry_after=3600)
    (state,) = tmp_path.glob("*.json")
    state.write_text(state.read_text()[:20])
    with hosts.turn("host.example", 0):
        pass
