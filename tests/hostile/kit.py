"""What tests of reading share: pages on disk, read through the plan as a worker would."""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from settings import Settings
from tasks.page import Page, Rejection
from tasks.read import pages, plan
from tasks.slice import Batch
from tasks.source import expand

HTML = "<html><body><p>Two men were arrested in the village of Tal Example.</p></body></html>"


def settings(tmp_path: Path, **values: object) -> Settings:
    return Settings.model_validate({"data_dir": tmp_path / "data", "workers": 1, **values})


def batches(named: Iterable[Path | str], chosen: Settings) -> Iterator[Batch]:
    return plan(expand(named).sources, chosen, chosen.data_dir / "spool")


def read(*named: Path | str, chosen: Settings) -> list[Page | Rejection]:
    return [page for batch in batches(named, chosen) for page in pages(batch, chosen, lambda number: None)]


def told(found: Iterable[Page | Rejection]) -> list[tuple[str, str]]:
    """The name of each file or record, and the reason of its rejection or `page`."""
    return [(Path(x.source_uri).name, x.reason if isinstance(x, Rejection) else "page") for x in found]


def jsonl(records: Iterable[Mapping[str, object]]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def warc(count: int, packed: bool, body: bytes = HTML.encode()) -> bytes:
    """An archive of one warcinfo record and `count` responses; with `packed`, a gzip member each."""
    records = [record("warcinfo", b"software: none\r\n")]
    records += [response(f"https://news.example/{n}", body + b"<!-- %d -->" % n) for n in range(count)]
    return b"".join(gzipped(one) if packed else one for one in records)


def response(url: str, body: bytes, status: str = "200 OK", kind: str = "text/html", coding: str = "identity") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Encoding: {coding}\r\n\r\n"
    return record("response", head.encode() + body, f"WARC-Target-URI: {url}\r\n")


def record(kind: str, block: bytes, more: str = "") -> bytes:
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    media = "application/http; msgtype=response" if kind == "response" else "application/warc-fields"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2019-05-12T10:00:00Z\r\nContent-Type: {media}\r\n"
        f"WARC-Block-Digest: sha1:{digest}\r\n{more}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
