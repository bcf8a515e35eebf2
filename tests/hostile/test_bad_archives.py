"""Web archives that are cut or corrupt: what is whole is read, and what is lost is said with its place."""

import io
import os
from pathlib import Path

import pytest

from tasks.archive_index import walk
from tasks.page import Page, Rejection
from tests.hostile.kit import HTML, gzipped, read, response, settings, told, warc


def stops(content: bytes, packed: bool) -> list[int]:
    """Where each record begins."""
    return [found.start for found in walk(io.BytesIO(content), len(content), packed)]


def losses(found: list[Page | Rejection]) -> list[str]:
    return [x.detail for x in found if isinstance(x, Rejection) and x.reason == "broken file"]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_a_whole_archive_loses_nothing(packed: bool, batch_size: int, tmp_path: Path) -> None:
    path = tmp_path / ("in.warc.gz" if packed else "in.warc")
    path.write_bytes(warc(5, packed))
    found = read(path, chosen=settings(tmp_path, batch_size=batch_size))
    assert told(found) == [(f"{path.name}#{n}", "page") for n in range(2, 7)]


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_cut_in_the_middle_of_a_record(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / ("in.warc.gz" if packed else "in.warc")
    content = warc(5, packed)
    last = stops(content, packed)[-1]
    path.write_bytes(content[: (last + len(content)) // 2])
    found = read(path, chosen=settings(tmp_path))
    assert told(found) == [*((f"{path.name}#{n}", "page") for n in range(2, 6)), (path.name, "broken file")]
    assert losses(found)[0].startswith(f"at byte {last:,}: ")


@pytest.mark.parametrize("packed", [False, True])
def test_after_a_corrupt_record_reading_goes_on(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / ("in.warc.gz" if packed else "in.warc")
    content = bytearray(warc(5, packed))
    third = stops(bytes(content), packed)[3]
    content[third + 3 : third + 40] = b"\xaa" * 37
    path.write_bytes(content)
    found = read(path, chosen=settings(tmp_path))
    urls = [page.url for page in found if isinstance(page, Page)]
    assert urls == [f"https://news.example/{n}" for n in (0, 1, 3, 4)]
    assert [loss.split(":")[0] for loss in losses(found)] == [f"at byte {third:,}"]


def test_a_corrupt_length_costs_one_record(tmp_path: Path) -> None:
    path = tmp_path / "in.warc"
    content = warc(3, packed=False)
    head, mark, rest = content.partition(b"https://news.example/1")
    path.write_bytes(head + mark + rest.replace(b"Content-Length: ", b"Content-Length: 9999", 1))
    found = read(path, chosen=settings(tmp_path))
    assert [page.url for page in found if isinstance(page, Page)] == [f"https://news.example/{n}" for n in (0, 2)]
    assert len(losses(found)) == 1


def test_changed_bytes_are_noticed_by_the_digest(tmp_path: Path) -> None:
    path = tmp_path / "in.warc"
    path.write_bytes(warc(2, packed=False).replace(b"Tal Example", b"Tel Example", 1))
    assert told(read(path, chosen=settings(tmp_path))) == [("in.warc#2", "broken record"), ("in.warc#3", "page")]


@pytest.mark.parametrize("batch_size", [7, 100])
def test_an_archive_packed_as_a_whole_is_unpacked_first(batch_size: int, tmp_path: Path) -> None:
    path = tmp_path / "in.warc.gz"
    path.write_bytes(gzipped(warc(40, packed=False)))
    found = read(path, chosen=settings(tmp_path, batch_size=batch_size))
    assert told(found) == [(f"in.warc.gz#{n}", "page") for n in range(2, 42)]


def test_an_archive_packed_as_a_whole_and_cut_keeps_what_comes_before(tmp_path: Path) -> None:
    path = tmp_path / "in.warc.gz"
    packed = gzipped(b"".join(warc(1, packed=False, body=os.urandom(4000).hex().encode()) for _ in range(20)))
    path.write_bytes(packed[: len(packed) // 2])
    found = read(path, chosen=settings(tmp_path))
    assert 8 <= len([page for page in found if isinstance(page, Page)]) <= 10
    assert "cut or corrupt compression after " in losses(found)[0]


def test_junk_that_calls_itself_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(os.urandom(5000))
    (tmp_path / "b.warc.gz").write_bytes(b"no gzip at all")
    found = read(tmp_path, chosen=settings(tmp_path))
    assert told(found) == [("a.warc", "broken file"), ("b.warc.gz", "broken file")]


def test_only_html_answers_are_pages_and_their_headers_are_kept(tmp_path: Path) -> None:
    records = [
        response("https://news.example/1", HTML.encode("utf-16"), kind="text/html; charset=UTF-16"),
        response("https://news.example/gone", b"<p>gone</p>", status="404 Not Found"),
        response("https://news.example/logo", b"\x89PNG", kind="image/png"),
        response("https://news.example/2", gzipped(HTML.encode()), kind="application/xhtml+xml", coding="gzip"),
        response("https://news.example/bomb", gzipped(bytes(3_000_000)), coding="gzip"),
        response("https://news.example/big", b"a" * 2_000_000),
    ]
    (tmp_path / "in.warc.gz").write_bytes(b"".join(map(gzipped, records)))
    found = read(tmp_path, chosen=settings(tmp_path, page_limit=1_000_000))
    assert told(found) == [
        ("in.warc.gz#1", "page"),
        ("in.warc.gz#4", "page"),
        ("in.warc.gz#5", "too large"),
        ("in.warc.gz#6", "too large"),
    ]
    first, second = found[:2]
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.url, first.charset, str(first.fetched_at)) == (
        "https://news.example/1",
        "utf-16",
        "2019-05-12 10:00:00+00:00",
    )
    assert second.content == HTML.encode()
