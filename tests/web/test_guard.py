import socket
from typing import Any

import httpx
import pytest

from tasks.web.guard import Deadline, ForbiddenError, GuardedTransport, may_reach, require_allowed

PUBLIC = ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"]
LOCAL = ["127.0.0.1", "127.8.8.8", "10.1.2.3", "192.168.0.1", "172.16.0.9", "::1", "fd00::1", "::ffff:127.0.0.1"]
NEVER = ["169.254.169.254", "fe80::1", "224.0.0.1", "ff02::1", "0.0.0.0", "::", "240.0.0.1", "::ffff:169.254.169.254"]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_reached_by_public_outlets_alone(address: str) -> None:
    assert may_reach(address)
    assert not may_reach(address, local=True)


@pytest.mark.parametrize("address", LOCAL)
def test_local_addresses_are_reached_by_local_outlets_alone(address: str) -> None:
    assert not may_reach(address)
    assert may_reach(address, local=True)


@pytest.mark.parametrize("address", NEVER)
def test_some_addresses_are_never_reached(address: str) -> None:
    assert not may_reach(address)
    assert not may_reach(address, local=True)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://host.example/x", "http:///x", "http://me:secret@host.example/"]
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(ForbiddenError):
        require_allowed(httpx.URL(url))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]"])
def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    with httpx.Client(transport=GuardedTransport(Deadline())) as client, pytest.raises(ForbiddenError):
        client.get(f"http://{host}:9/")


def test_a_name_with_one_inner_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with (
        httpx.Client(transport=GuardedTransport(Deadline())) as client,
        pytest.raises(ForbiddenError, match=r"10\.0\.0\.1"),
    ):
        client.get("http://rebound.example/")
