import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from service import state
from service.child import Child
from service.down import down
from service.health import port
from service.place import environment, url
from service.process import command_of
from service.recover import is_lost, recover, set_aside
from service.state import State
from service.up import up
from settings import Settings
from tasks.errors import UserError


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith(("SITREP_", "PREFECT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_its_environment_does_not_hang_on_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SITREP_WORKERS", "3")
    monkeypatch.setenv("PREFECT_WORKER_QUERY_SECONDS", "1")
    told = environment(Settings())
    assert told["SITREP_DATA_DIR"] == str(tmp_path / "data")
    assert told["SITREP_INBOX"] == str(tmp_path / "data/inbox")
    assert told["SITREP_SOURCES_DIR"] == str(tmp_path / "sources")
    assert told["PREFECT_HOME"] == str(tmp_path / "data/prefect")
    assert told["PREFECT_API_URL"] == "http://127.0.0.1:4200/api"
    assert (told["SITREP_WORKERS"], told["PREFECT_WORKER_QUERY_SECONDS"]) == ("3", "1")
    assert "SITREP_BATCH_SIZE" not in told
    assert "PREFECT_API_AUTH_STRING" not in told


def test_what_the_server_keeps_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    for days in ("30", "1"):
        monkeypatch.setenv("SITREP_KEEP_DAYS", days)
        told = environment(Settings())
        assert told["PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED"] == "events,flow_runs"
        assert told["PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD"] == str(int(days) * 86_400)
        kept.append(told["PREFECT_SERVER_EVENTS_RETENTION_PERIOD"])
    assert kept == ["P2D", "P1D"]


def test_a_password_goes_to_server_and_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITREP_SERVER_AUTH", "ann:secret")
    told = environment(Settings())
    assert {told[f"PREFECT_{side}API_AUTH_STRING"] for side in ("", "SERVER_")} == {"ann:secret"}
    assert "secret" not in repr(Settings())


@pytest.mark.parametrize(("host", "at"), [("0.0.0.0", "127.0.0.1"), ("::1", "[::1]"), ("10.0.0.7", "10.0.0.7")])
def test_the_address_is_one_that_a_browser_can_open(host: str, at: str) -> None:
    assert url(Settings(server_host=host)) == f"http://{at}:4200"


def test_a_server_that_others_can_reach_needs_a_password() -> None:
    with pytest.raises(UserError, match="SITREP_SERVER_AUTH=user:password"):
        up(Settings(server_host="0.0.0.0"), print)


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(UserError, match=f"cannot listen on 127.0.0.1:{taken}: .*set SITREP_SERVER_PORT"):
            up(Settings(server_port=taken), print)


def test_a_service_that_is_told_to_end_as_it_starts_asks_its_server_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def child(name: str, _settings: Settings, *_: str) -> Child:
        return Child(name, ("sleep", "60"), os.environ, Path(), Path(f"{name}.log"))

    def start(child: Child) -> None:
        begin(child)
        os.kill(os.getpid(), signal.SIGTERM)

    begin = Child.start
    monkeypatch.setattr("service.up._child", child)
    monkeypatch.setattr(Child, "start", start)
    settings, said = Settings(server_port=_free_port()), list[str]()
    up(settings, said.append)
    assert said == []
    assert state.read(settings) is None


@pytest.mark.parametrize("host", ["192.0.2.1", "a..b"])
def test_an_address_that_this_machine_has_not_is_named(host: str) -> None:
    with pytest.raises(UserError, match=f"cannot listen on {host}:4200: .*; set SITREP_SERVER_HOST$"):
        up(Settings.model_validate({"server_host": host, "server_auth": "ann:secret"}), print)


def test_a_host_that_nobody_knows_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Asked(socket.socket):
        def bind(self, _address: object) -> None:
            raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("service.place.socket.socket", Asked)
    assert port(Settings(server_host="nowhere")).do == "set SITREP_SERVER_HOST"


def test_the_doctor_says_what_keeps_a_server_from_its_port() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        settings = Settings(server_port=other.getsockname()[1])
        other.listen()
        assert port(settings).level == "wrong"
        assert str(settings.server_port) in port(settings).says
    assert port(settings).level == "fine"


def test_a_second_service_says_that_one_is_up() -> None:
    settings, said = Settings(), list[str]()
    with state.held(settings):
        state.keep(State(1, "http://127.0.0.1:1"), settings)
        up(settings, said.append)
        assert state.is_up(settings)
    assert said == ["already up: http://127.0.0.1:1"]
    assert not state.is_up(settings)
    assert not down(settings, 1, print)


def test_a_process_that_ends_is_started_again_and_its_output_kept(tmp_path: Path) -> None:
    child = Child("one", (sys.executable, "-c", "print('hello')"), os.environ, tmp_path, tmp_path / "one.log")
    child.start()
    assert child.process is not None
    child.process.wait()
    assert str(child.tend()).startswith("one ended with 0; started again in 4 s")
    assert child.tend() is None
    deadline = time.monotonic() + 20
    while child.process is None and time.monotonic() < deadline:
        child.tend()
        time.sleep(0.1)
    child.end(5)
    assert (tmp_path / "one.log").read_text().splitlines()[0] == "hello"


def test_what_does_not_end_is_ended_with_all_below_it(tmp_path: Path) -> None:
    deaf = "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    code = deaf + "below = subprocess.Popen(['sleep', '60']); print(below.pid, flush=True); time.sleep(60)"
    child = Child("deaf", (sys.executable, "-c", code), os.environ, tmp_path, tmp_path / "deaf.log")
    child.start()
    deadline = time.monotonic() + 20
    while not (log := tmp_path / "deaf.log").exists() or not log.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    child.end(0.2)
    below = int(log.read_text())
    while "sleep 60" in command_of(below):  # it is being killed: on a busy machine that takes a moment
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_run_without_a_process_is_lost() -> None:
    now = datetime.now(UTC)

    def run(pid: str | None, age: float = 0) -> dict[str, Any]:
        return {"infrastructure_pid": pid, "state": {"timestamp": (now - timedelta(seconds=age)).isoformat()}}

    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)", "prefect"]) as ours:
        assert not is_lost(run(str(ours.pid)), now, worker_lives=True)
        assert not is_lost(run(f"host:{ours.pid}"), now, worker_lives=False)
        ours.kill()
    assert is_lost(run(str(ours.pid)), now, worker_lives=True)
    assert [is_lost(run(None, age), now, worker_lives=True) for age in (0, 90)] == [False, True]
    assert is_lost(run(None), now, worker_lives=False)


def test_a_run_is_marked_as_crashed_that_has_no_process_at_two_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not at one: it may end while it is looked at, and a machine that has slept hands runs out late."""
    lost = {"id": "1", "infrastructure_pid": "host:0", "state": {"id": "running"}}
    answers: dict[str, Any] = {"flow_runs/filter": [lost], "work_pools/sitrep/workers/filter": []}
    marked = []

    def ask(_settings: Settings, path: str, body: Any = None) -> Any:
        marked.extend([(path, body["state"]["type"])] if path not in answers else [])
        return answers.get(path)

    monkeypatch.setattr("service.recover.ask", ask)
    first = recover(Settings(), [], worker_lives=True)
    assert (first.marked, list(first.suspects), marked) == ([], ["running"], [])
    ended = {**lost, "state": {"id": "crashed by itself"}}
    answers["flow_runs/filter"] = [ended]
    assert recover(Settings(), first.suspects, worker_lives=True).marked == []
    answers["flow_runs/filter"] = [lost]
    assert recover(Settings(), first.suspects, worker_lives=True) == ([lost], frozenset())
    assert marked == [("flow_runs/1/set_state", "CRASHED")]


def test_a_run_that_is_ended_with_the_service_is_cancelled_and_one_lost_before_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended, lost = {"id": "ended"}, {"id": "lost"}
    answers: dict[str, Any] = {"flow_runs/filter": [ended, lost], "work_pools/sitrep/workers/filter": []}
    marked = []

    def ask(_settings: Settings, path: str, body: Any = None) -> Any:
        marked.extend([(path, body["state"]["type"])] if path not in answers else [])
        return answers.get(path)

    monkeypatch.setattr("service.recover.ask", ask)
    set_aside(Settings(), [lost])
    assert marked == [("flow_runs/ended/set_state", "CANCELLED")]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
