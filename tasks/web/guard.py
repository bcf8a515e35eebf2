"""Guard: connections only to where they may go, and never for longer than a request may take.

A name is resolved once, every address it has is looked at, and the connection is made to one of them: what is asked for
again later (a redirect, a rebound name) passes here again.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

SCHEMES = ("http", "https")


class ForbiddenError(Exception):
    """A request for a place where none may go; the message says why."""


class OverdueError(Exception):
    """The whole of a request took longer than it may."""


@dataclass(slots=True)
class Deadline:
    """Until when the request under way may last, by the monotonic clock."""

    at: float = field(default=float("inf"))

    def left(self, most: float | None) -> float:
        """Return how long the next wait may be, in seconds.

        Raises:
            OverdueError: no time is left.
        """
        rest = self.at - time.monotonic()
        if rest <= 0:
            raise OverdueError("the whole request took too long")
        return min(rest, most) if most is not None else rest


def require_allowed(url: httpx.URL) -> None:
    """Refuse URLs that are no plain web address.

    Raises:
        ForbiddenError: another scheme than http or https, no host, or a user name or password in it.
    """
    if url.scheme not in SCHEMES:
        raise ForbiddenError(f"scheme {url.scheme or 'missing'} is not fetched")
    if not url.host:
        raise ForbiddenError("a URL without a host")
    if url.userinfo:
        raise ForbiddenError("a URL with a user name or password")


def may_reach(address: str, *, local: bool = False) -> bool:
    """Tell whether an address may be connected to: a public one, or for `local` outlets a loopback or private one.

    Link-local addresses, where clouds keep their metadata, multicast and reserved ones are never reached.
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None) or getattr(found, "teredo", None)
    if inner is not None:
        return not isinstance(inner, tuple) and may_reach(str(inner), local=local)
    if found.is_multicast or found.is_link_local or found.is_unspecified:
        return False
    return found.is_loopback or (found.is_private and not found.is_reserved) if local else found.is_global


class GuardedTransport(httpx.BaseTransport):
    """Transport of one client. `local`: it may reach loopback and private addresses, and only these."""

    def __init__(self, deadline: Deadline, *, local: bool = False, verify: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=verify or httpx.create_ssl_context(),
            http2=True,
            max_connections=1,
            network_backend=_Backend(deadline, local),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return the response, its body still to be read.

        Raises:
            ForbiddenError: the host has an address that must not be reached.
            OverdueError: the deadline has passed.
        """
        require_allowed(request.url)
        to = request.url
        url = httpcore.URL(scheme=to.raw_scheme, host=to.raw_host, port=to.port, target=to.raw_path)
        assert isinstance(request.stream, httpx.SyncByteStream)
        got = self._pool.handle_request(
            httpcore.Request(
                request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions
            )
        )
        assert isinstance(got.stream, Iterable)
        return httpx.Response(got.status, headers=got.headers, stream=_Body(got), extensions=got.extensions)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _Backend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline, local: bool) -> None:
        self._deadline, self._local, self._backend = deadline, local, httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = self._address(host, port)
        wait = self._deadline.left(timeout)
        stream = self._backend.connect_tcp(address, port, wait, local_address, socket_options)
        return _Stream(stream, self._deadline)

    def _address(self, host: str, port: int) -> str:
        try:
            found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved: {error}") from error
        for address in found:
            if not may_reach(address, local=self._local):
                where = "not on a local network" if self._local else "not on the public internet"
                raise ForbiddenError(f"{host} is {address}, which is {where}")
        return found[0]


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
