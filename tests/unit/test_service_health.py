"""What the doctor says of a service: whether it is ours that answers, and what keeps it from that."""

import os
import socket
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from service import state
from service.health import findings
from settings import Settings
from tasks.finding import Finding


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith(("SITREP_", "PREFECT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


class Closed(BaseHTTPRequestHandler):
    """A server that asks everybody for another password."""

    def do_GET(self) -> None:
        self.send_error(401)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def closed() -> Iterator[Settings]:
    """Give the settings of a service whose server asks for a password."""
    with HTTPServer(("127.0.0.1", 0), Closed) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield Settings(server_port=server.server_port)
        server.shutdown()
        thread.join()


def test_a_server_that_is_not_of_this_folder_is_not_taken_for_its_own(closed: Settings) -> None:
    told = _told(closed)
    assert list(told) == ["service", "port"]
    assert (told["service"].level, told["service"].says) == ("mind", "it is not up")
    assert (told["port"].level, told["port"].do) == ("wrong", "end what listens there, or set SITREP_SERVER_PORT")


def test_a_wrong_password_is_called_that(closed: Settings) -> None:
    with state.held(closed):
        state.write(closed, {}, ready=True)
        told = _told(closed)
    assert told["service"].level == "fine"
    assert told["server"].says.endswith("asks for another password: it answers 401 Unauthorized")
    assert told["server"].do == "set SITREP_SERVER_AUTH as `sitrep up` had it"


def test_a_service_that_starts_is_not_taken_for_one_that_does_not_answer() -> None:
    settings = Settings(server_port=1)
    with state.held(settings):
        before = _told(settings)
        state.write(settings, {}, ready=False)
        assert _told(settings) == before
        assert [(one.level, one.says) for one in before.values()] == [("mind", "it is starting")]
        state.write(settings, {}, ready=True)
        assert _told(settings)["server"].level == "wrong"
        killed = state.read(settings)
        assert killed is not None
        state.keep(replace(killed, begun={"up": "before"}), settings)  # what one wrote that was killed
        assert _told(settings) == before


def test_a_service_at_another_address_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        with state.held(Settings()):
            state.write(Settings(server_port=4321), {}, ready=True)
            told = _told(Settings(server_port=other.getsockname()[1]))
    assert list(told) == ["service"]
    assert "up at http://127.0.0.1:4321" in told["service"].says


def _told(settings: Settings) -> dict[str, Finding]:
    return {one.what: one for one in findings(settings) if one.what != "versions"}
