"""What tests of reading share: pages on disk, read through the plan as a worker would."""

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

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


def warc(count: int, packed: bool, body: bytes = HTML.encode(), digest: bool = True) -> bytes:
    """An archive of one warcinfo record and `count` responses; with `packed`, a gzip member each."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("made-for-a-test.warc", {"software": "none"}))
    for number in range(count):
        add(writer, f"https://news.example/{number}", body + b"<!-- %d -->" % number, digest=digest)
    return file.getvalue()


def add(
    writer: WARCWriter,
    url: str,
    body: bytes,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    digest: bool = True,
    encoding: str | None = None,
) -> None:
    coded = [("Content-Encoding", encoding)] if encoding else []
    head = StatusAndHeaders(status, [("Content-Type", kind), *coded], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        http_headers=head,
        warc_headers_dict={"WARC-Date": "2019-05-12T10:00:00Z"},
    )
    if not digest:
        record.rec_headers.remove_header("WARC-Block-Digest")
    writer.write_record(record)


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
