"""What a service that was killed has left behind, and what only seems to be that."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service import state
from service.child import tell_group
from service.down import clear_away, down
from service.health import findings
from service.place import ROOT
from service.process import begun, commands_in
from settings import Settings
from tasks.errors import UserError

Process = subprocess.Popen[bytes]


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    for name in [name for name in os.environ if name.startswith(("SITREP_", "PREFECT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return Settings(server_port=1)


@pytest.fixture
def prefect() -> Iterator[Process]:
    """Give a process with a group of its own that looks like one of Prefect."""
    command = [sys.executable, "-c", "import time; time.sleep(60)", "-m", "prefect", "server"]
    with subprocess.Popen(command, start_new_session=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_down_ends_what_a_service_left_behind_that_was_killed(settings: Settings, prefect: Process) -> None:
    _left(settings, prefect)
    assert _service(settings) == ("wrong", "`sitrep up` is gone, and nobody watches over what it started: server")
    said = list[str]()
    assert down(settings, 10, said.append)
    assert said == ["ending the server that an earlier service left behind"]
    assert prefect.wait(10)
    assert _service(settings) == ("mind", "it is not up")
    assert state.read(settings) is None
    assert not down(settings, 1, said.append)


def test_down_ends_the_runs_of_a_worker_that_has_ended(settings: Settings) -> None:
    code = (
        "import subprocess, sys, time; sleep = 'import time; time.sleep(60)'; "
        "subprocess.Popen([sys.executable, '-c', sleep, '-m', 'prefect.engine']); print(flush=True); exec(sleep)"
    )
    command = [sys.executable, "-c", code, "-m", "prefect", "worker"]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        _left(settings, worker, "worker")
        worker.kill()
    try:
        assert _service(settings) == ("wrong", "`sitrep up` is gone, and nobody watches over what it started: worker")
        said = list[str]()
        assert down(settings, 10, said.append)
        assert said == ["ending the worker that an earlier service left behind"]
        assert not [one for one in commands_in(worker.pid) if "prefect" in one]
        assert _service(settings) == ("mind", "it is not up")
    finally:
        tell_group(worker.pid, signal.SIGKILL)


def test_a_process_that_has_the_number_of_an_ended_one_is_left_alone(settings: Settings, prefect: Process) -> None:
    left = _left(settings, prefect)
    state.keep(replace(left, begun={"server": begun(os.getpid())}), settings)
    _is_left_alone(settings, prefect)


def test_what_a_service_was_before_it_kept_when_its_processes_began_is_left_alone(
    settings: Settings, prefect: Process
) -> None:
    left = _left(settings, prefect)
    state.keep(replace(left, begun={}), settings)
    _is_left_alone(settings, prefect)


def test_a_copy_of_a_data_folder_does_not_end_the_service_of_the_first(settings: Settings, prefect: Process) -> None:
    _left(settings, prefect)
    copied = settings.data_dir.rename("copy")
    _is_left_alone(Settings(data_dir=copied, server_port=1), prefect)


def test_a_process_of_another_program_is_left_alone(settings: Settings) -> None:
    with subprocess.Popen(["sleep", "60"], start_new_session=True) as other:
        _left(settings, other)
        try:
            _is_left_alone(settings, other)
        finally:
            other.kill()


def test_down_tells_the_process_that_holds_the_service_and_no_earlier_one(settings: Settings) -> None:
    with subprocess.Popen(["sleep", "60"]) as other, state.held(settings):
        state.keep(state.State(other.pid, "", begun={"up": "before"}), settings)
        with pytest.raises(UserError, match="has not ended"):
            down(settings, 0.3, print)
        assert other.poll() is None
        other.kill()


@pytest.mark.parametrize("written", ["write(settings, {}, ready=True)", "keep(state.State(os.getpid(), ''), settings)"])
def test_down_ends_a_service_of_this_release_and_of_the_one_before(settings: Settings, written: str) -> None:
    held = f"with state.held(settings := Settings()): state.{written}; print('held', flush=True); time.sleep(60)"
    code = f"import os, time; from service import state; from settings import Settings\n{held}"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}) as up:
        assert up.stdout is not None
        try:
            assert up.stdout.readline() == b"held\n"
            assert down(settings, 20, print)
            assert up.wait(20) == -signal.SIGTERM
        finally:
            up.kill()


@pytest.mark.parametrize("text", ["", "[]", '{"pid": 1}', '{"pid": 1, "url": "", "groups": [1]}'])
def test_a_state_that_cannot_be_read_tells_of_nothing(settings: Settings, text: str) -> None:
    with state.held(settings):
        (settings.data_dir / "service/state.json").write_text(text)
        assert not clear_away(settings, print)


def test_when_a_process_began_is_told_without_proc(monkeypatch: pytest.MonkeyPatch, prefect: Process) -> None:
    monkeypatch.setattr("service.process._PROC", Path("/nowhere"))
    assert begun(prefect.pid) == begun(prefect.pid) != ""
    prefect.kill()
    prefect.wait()
    assert begun(prefect.pid) == ""


def _left(settings: Settings, process: Process, name: str = "server") -> state.State:
    """Have it written down that this process is one of a service."""
    with state.held(settings):
        state.write(settings, {name: process.pid}, ready=True)
    written = state.read(settings)
    assert written is not None
    return written


def _service(settings: Settings) -> tuple[str, str]:
    return next((one.level, one.says) for one in findings(settings) if one.what == "service")


def _is_left_alone(settings: Settings, process: Process) -> None:
    assert _service(settings) == ("mind", "it is not up")
    assert not down(settings, 1, print)
    assert process.poll() is None
