"""A call in a process of its own: what comes back, and what becomes of it when either process dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from pickle import PicklingError

import pytest

from tasks.apart import apart
from tasks.check import CheckError
from tasks.lane import WorkerError
from tasks.lock import holder, locked


def test_the_result_comes_from_another_process() -> None:
    assert apart(os.getpid) != os.getpid()
    assert apart(divmod, 7, 2) == (3, 1)


def refuse(message: str) -> None:
    print("what a library prints gets between no messages")
    raise CheckError(message)


def test_an_error_comes_back_as_it_is_and_says_where_it_was_raised() -> None:
    with pytest.raises(CheckError) as caught:
        apart(refuse, "nothing was loaded")
    assert (str(caught.value), caught.value.findings) == ("nothing was loaded", ())
    assert "in refuse" in caught.value.__notes__[0]


class OddError(Exception):
    """One whose arguments are not what it is made of."""

    def __init__(self, what: str, where: str) -> None:
        super().__init__(f"{what} in {where}")


def be_odd() -> None:
    raise OddError("a fault", "a step")


def test_an_error_that_no_pickle_brings_back_is_told_in_a_line() -> None:
    with pytest.raises(WorkerError, match=r"^OddError: a fault in a step$"):
        apart(be_odd)


def make_nameless() -> object:
    return lambda: None


def test_a_result_that_cannot_be_brought_is_an_error() -> None:
    with pytest.raises((WorkerError, AttributeError, PicklingError), match="lambda"):
        apart(make_nameless)


def hold(path: Path) -> int | None:
    with locked(path, 1.0, "holds"):
        found = holder(path)
        return found.pid if found else None


def test_its_locks_name_the_process_that_asked(tmp_path: Path) -> None:
    assert apart(hold, tmp_path / "lock") == os.getpid()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_dies_is_told_in_one_line() -> None:
    with pytest.raises(WorkerError, match="process that was to die was ended by SIGKILL"):
        apart(die)


def leave(path: Path) -> None:
    path.write_text(str(os.getpid()))
    time.sleep(60)


def test_it_ends_with_the_process_that_asked_for_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    imports = "from pathlib import Path; from tasks.apart import apart; from tests.unit.test_apart import leave"
    parent = subprocess.Popen([sys.executable, "-c", f"{imports}; apart(leave, Path({str(told)!r}))"])
    wait_for(lambda: told.exists() and told.read_text() != "")
    child = int(told.read_text())
    parent.kill()
    parent.wait()
    wait_for(lambda: not alive(child))


def wait_for(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return not Path("/proc").exists() or Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except (ProcessLookupError, FileNotFoundError):  # gone, be it between the two
        return False
