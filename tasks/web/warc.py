"""WARC: an outcome with its exchanges as the records that the archive keeps."""

from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha1
from io import BytesIO

import httpx
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from tasks.web.exchange import Exchange, Fetch, Headers
from tasks.web.outlet import Outlet

FIELDS = "application/warc-fields"
_HTTP = "application/http; msgtype={}"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a URL: its latest exchange that brought a page, and when it was first and last asked for."""

    url: str
    first_at: datetime
    last_at: datetime
    outcome: str
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    """Of the body as it was sent, in WARC's form (`sha1:` and base 32)."""
    kept_at: datetime | None = None

    def validators(self) -> dict[str, str]:
        """Return the headers that ask for the page only where it has changed."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value}


def block(fetch: Fetch, kept: Kept | None) -> bytes:
    """Return the records of one URL, its outcome last."""
    out, answered = bytearray(), ""
    for exchange in fetch.exchanges:
        response, answered = _response(exchange, kept if exchange is fetch.last else None)
        start = f"GET {httpx.URL(exchange.url).raw_path.decode()} HTTP/1.1"
        more = {"WARC-Concurrent-To": answered}
        content = _head(start, exchange.asked)
        request, _ = _record(WarcRecordType.request, exchange.url, exchange.at, content, _HTTP.format("request"), more)
        out += response + request
    told = {"outcome": fetch.outcome, "reason": fetch.reason, "detail": " ".join(fetch.detail.split())[:500]}
    at = fetch.last.at if fetch.last is not None else datetime.now(UTC)
    more = {"WARC-Concurrent-To": answered} if answered else {}
    return bytes(out) + _record(WarcRecordType.metadata, fetch.url, at, _fields(told), FIELDS, more)[0]


def _response(exchange: Exchange, kept: Kept | None) -> tuple[bytes, str]:
    """Return the record of a response and its id: a revisit where the page is the one that is kept already."""
    head = _head(f"HTTP/1.1 {exchange.status} {exchange.phrase}".rstrip(), _whole(exchange.headers))
    digest = sha1(exchange.body, usedforsecurity=False).digest()
    again = exchange.status == 304 or (exchange.status == 200 and kept is not None and _told(digest) == kept.digest)
    if not (again and kept is not None and kept.kept_at is not None):
        content = head + exchange.body
        return _record(
            WarcRecordType.response, exchange.url, exchange.at, content, _HTTP.format("response"), {}, digest
        )
    profile = "server-not-modified" if exchange.status == 304 else "identical-payload-digest"
    more = {
        "WARC-Profile": f"http://netpreserve.org/warc/1.1/revisit/{profile}",
        "WARC-Refers-To-Target-URI": kept.url,
        "WARC-Refers-To-Date": _date(kept.kept_at),
        "WARC-Payload-Digest": kept.digest or _told(digest),
    }
    return _record(WarcRecordType.revisit, exchange.url, exchange.at, head, _HTTP.format("response"), more)


def _record(
    kind: WarcRecordType,
    url: str,
    at: datetime,
    content: bytes,
    content_type: str,
    more: dict[str, str],
    payload: bytes | None = None,
) -> tuple[bytes, str]:
    """Return a record as a gzip member of its own, and its id. `payload` is the SHA-1 of the body in the content."""
    record = WarcRecord()
    record.init_headers(kind)
    for name, value in {"WARC-Target-URI": url, "WARC-Date": _date(at), "Content-Type": content_type, **more}.items():
        if value:
            record.headers[name] = value
    record.set_bytes_content(content)
    out = BytesIO()
    with GzipWriter(out) as packed:
        record.write(packed, checksum_data=True, payload_digest=payload)
    return out.getvalue(), str(record.record_id)


def _head(start: str, headers: Headers) -> bytes:
    lines = [start, *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


def _whole(headers: Headers) -> Headers:
    """Return the headers as they fit a body that is kept in one piece: chunks are a matter of the connection."""
    return tuple((name, value) for name, value in headers if name.lower() != "transfer-encoding")


def _fields(told: Mapping[str, str | None]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in told.items() if value).encode()


def info(name: str, outlet: Outlet, agent: str) -> bytes:
    """Return the record that opens an archive: who made it, of what, under which licence."""
    told = {
        "software": agent,
        "format": "WARC File Format 1.1",
        "robots": "obey",
        "isPartOf": outlet.name,
        "publisher": outlet.publisher,
        "licence": outlet.licence,
    }
    more = {"WARC-Filename": name}
    return _record(WarcRecordType.warcinfo, "", datetime.now(UTC), _fields(told), FIELDS, more)[0]


def _date(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def _told(digest: bytes) -> str:
    return f"sha1:{b32encode(digest).decode()}"
