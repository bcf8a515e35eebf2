"""Dump: a web archive (WARC) of the pages of a folder, as crawlers write it."""

from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def dump(folder: Path, archive: Path) -> None:
    """Write every HTML file of a folder as a response, each in a gzip member of its own."""
    with archive.open("wb") as file:
        for path in sorted(folder.glob("*.html")):
            record = WarcRecord()
            record.init_headers(WarcRecordType.response)
            record.headers["WARC-Target-URI"] = f"https://archive.example/{path.stem}"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(HEAD + path.read_bytes())
            with GzipWriter(file) as packed:
                record.write(packed, checksum_data=True)
