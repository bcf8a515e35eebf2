"""One URL at a time, from a server that behaves and from one that does not: nothing hangs, every outcome has a name."""

import gzip
import ssl
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import brotli
import pytest

from tasks.web.exchange import Fetch
from tasks.web.fetch import Fetcher, Manner
from tasks.web.turn import Hosts
from tests.web.server import HTML, Handler, Site, article, serving

SWOLLEN = b"0" * 80_000_000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as served:
        yield served


@pytest.fixture
def fetcher(tmp_path: Path) -> Iterator[Fetcher]:
    with Fetcher(Hosts(tmp_path), Manner("test", 0.0, local=True, whole_seconds=1.5, back_off=0.0)) as made:
        yield made


def asked(site: Site, path: str) -> int:
    return sum(found == path for _, found in site.log)


def answered(status: int = 200, headers: dict[str, str] | None = None, body: bytes = b"x") -> object:
    return lambda handler: handler.reply(status, {**HTML, **(headers or {})}, body)


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(50):
        handler.wfile.write(b".")
        handler.wfile.flush()
        time.sleep(0.1)


def drip_head(handler: Handler) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + b"X: y\r\n" * 50:
        handler.wfile.write(bytes([letter]))
        handler.wfile.flush()
        time.sleep(0.1)


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(400):
        handler.wfile.write(b"<p>and so on</p>" * 5_000)


def cut(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<p>too short")
    handler.close_connection = True


def test_a_page_comes_as_it_was_sent_and_decoded(site: Site, fetcher: Fetcher) -> None:
    for path, decode in (("/news/2", bytes), ("/news/1", gzip.decompress), ("/news/3?brotli", brotli.decompress)):
        found = fetcher.fetch(site.url + path)
        assert found.outcome == "fetched"
        assert found.last is not None
        assert decode(found.last.body) == found.content == article(int(path[6]))


def test_a_page_that_has_not_changed_is_said_to_be_unchanged(site: Site, fetcher: Fetcher) -> None:
    tag = fetcher.fetch(f"{site.url}/news/2").exchanges[-1].header("etag")
    assert fetcher.fetch(f"{site.url}/news/2", known={"If-None-Match": str(tag)}).outcome == "unchanged"


@pytest.mark.parametrize(
    ("corner", "outcome", "reason"),
    [
        (answered(404), "gone", "status"),
        (answered(410), "gone", "status"),
        (answered(403), "failed", "status"),
        (answered(500), "failed", "status"),
        (answered(headers={"Content-Type": "application/pdf"}), "failed", "content type"),
        (answered(headers={"Content-Encoding": "gzip"}, body=gzip.compress(SWOLLEN, 1)), "failed", "too large"),
        (
            answered(headers={"Content-Encoding": "br"}, body=brotli.compress(SWOLLEN, quality=1)),
            "failed",
            "too large",
        ),
        (answered(headers={"Content-Encoding": "gzip"}, body=b"not gzip"), "failed", "bad response"),
        (answered(headers={"Content-Encoding": "x-magic"}), "failed", "bad response"),
        (answered(302, {"Location": "/corner"}), "failed", "redirect loop"),
        (answered(302, {"Location": "http://169.254.169.254/latest/meta-data"}), "refused", "forbidden address"),
        (answered(302, {"Location": "file:///etc/passwd"}), "refused", "forbidden address"),
        (answered(302, {"Location": "http://me:secret@127.0.0.1/"}), "refused", "forbidden address"),
        (drip, "failed", "timed out"),
        (drip_head, "failed", "timed out"),
        (endless, "failed", "too large"),
        (cut, "failed", "bad response"),
    ],
)
def test_every_corner_has_an_outcome(site: Site, fetcher: Fetcher, corner: object, outcome: str, reason: str) -> None:
    site.corners["/corner"] = corner  # type: ignore[assignment]
    began = time.monotonic()
    found = fetcher.fetch(f"{site.url}/corner")
    assert (found.outcome, found.reason) == (outcome, reason)
    assert time.monotonic() - began < 20


def test_redirects_are_followed_up_to_ten(site: Site, fetcher: Fetcher) -> None:
    for number in range(12):
        site.corners[f"/r{number}"] = answered(302, {"Location": f"/r{number + 1}"})  # type: ignore[assignment]
    site.corners["/r12"] = answered()  # type: ignore[assignment]
    assert fetcher.fetch(f"{site.url}/r2").outcome == "fetched"
    assert len(fetcher.fetch(f"{site.url}/r2").exchanges) == 11
    assert fetcher.fetch(f"{site.url}/r1").reason == "too many redirects"


def test_what_may_pass_is_tried_again_and_what_may_not_is_not(site: Site, fetcher: Fetcher) -> None:
    site.corners |= {"/500": answered(500), "/403": answered(403)}  # type: ignore[dict-item]
    fetcher.fetch(f"{site.url}/500")
    fetcher.fetch(f"{site.url}/403")
    assert (asked(site, "/500"), asked(site, "/403")) == (3, 1)


@pytest.mark.parametrize("told", ["3600", formatdate(time.time() + 3600, usegmt=True)], ids=["seconds", "date"])
def test_a_host_that_asks_for_rest_is_left_alone(site: Site, fetcher: Fetcher, told: str) -> None:
    site.corners["/busy"] = answered(429, {"Retry-After": told})  # type: ignore[assignment]
    assert fetcher.fetch(f"{site.url}/busy").reason == "host rests"
    assert fetcher.fetch(f"{site.url}/news/1").reason == "host rests"
    assert [path for _, path in site.log] == ["/busy"]


def test_a_host_that_fails_again_and_again_is_left_alone(site: Site, fetcher: Fetcher) -> None:
    site.corners["/500"] = answered(500)  # type: ignore[assignment]
    found: list[Fetch] = [fetcher.fetch(f"{site.url}/500") for _ in range(4)]
    assert found[-1].reason == "host rests"
    assert asked(site, "/500") == 5


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(fetcher: Fetcher, certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(Site(), context) as site:
        found = fetcher.fetch(f"{site.url}/news/1")
    assert (found.outcome, found.reason) == ("failed", "no connection")
    assert "certificate" in found.detail.lower()
    assert site.log == []


def test_a_public_outlet_does_not_reach_this_machine(site: Site, tmp_path: Path) -> None:
    with Fetcher(Hosts(tmp_path), Manner("test", 0.0)) as public:
        assert public.fetch(f"{site.url}/news/1").reason == "forbidden address"
    assert site.log == []
