from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
import zstandard

from tasks.page import Page
from tasks.read import pages
from tests.hostile.kit import HTML, batches, gzipped, jsonl, read, settings, told

RECORD = {
    "url": "https://news.example/1",
    "html": HTML,
    "title": "Two men",
    "published_at": "2019-05-12T10:00:00+02:00",
    "site": "News",
    "language": "en",
    "other": 7,
}
PAGE = Page(
    "",
    HTML.encode(),
    "html",
    url="https://news.example/1",
    title="Two men",
    site="News",
    published_at=datetime(2019, 5, 12, 8, tzinfo=UTC),
    language="en",
    charset="utf-8",
)


def same(found: object, expected: Page) -> bool:
    from dataclasses import replace

    return isinstance(found, Page) and replace(found, source_uri="") == expected


def write(path: Path, records: list[dict[str, object]]) -> Path:
    content = jsonl(records)
    if ".parquet" in path.name:
        pl.DataFrame(records).write_parquet(path.with_name("plain"))
        content = path.with_name("plain").read_bytes()
    packed = {".gz": gzipped, ".zst": zstandard.compress}.get(path.suffix, bytes)(content)
    path.write_bytes(packed)
    return path


ARCHIVES = ["in.jsonl", "in.jsonl.gz", "in.jsonl.zst", "in.parquet", "in.parquet.gz"]


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_field_of_a_record_is_kept(name: str, tmp_path: Path) -> None:
    path = write(tmp_path / name, [RECORD])
    (page,) = read(path, chosen=settings(tmp_path))
    assert page.source_uri == f"{path}#1"
    assert same(page, PAGE)


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize("batch_size", [1, 3, 10, 11])
def test_archives_are_cut_into_batches_and_lose_nothing(name: str, batch_size: int, tmp_path: Path) -> None:
    path = write(tmp_path / name, [{"text": f"page {n}"} for n in range(10)])
    chosen = settings(tmp_path, batch_size=batch_size)
    cut = list(batches([path], chosen))
    assert max(len(batch) for batch in cut) <= batch_size
    found = [page for batch in cut for page in pages(batch, chosen, lambda number: None)]
    assert [(page.source_uri, page.content) for page in found if isinstance(page, Page)] == [
        (f"{path}#{n + 1}", f"page {n}".encode()) for n in range(10)
    ]


def test_parts_of_a_batch_read_the_same_pages(tmp_path: Path) -> None:
    for name in ARCHIVES[:4]:
        write(tmp_path / name, [{"text": f"page {n}"} for n in range(5)])
    (tmp_path / "one.txt").write_text("one", "utf-8")
    chosen = settings(tmp_path)
    (batch,) = batches([tmp_path], chosen)
    whole = list(pages(batch, chosen, lambda number: None))
    split = [page for n in range(len(batch)) for page in pages(batch.part(n, n + 1), chosen, lambda number: None)]
    assert len(whole) == 21
    assert split == whole


def test_the_guard_is_told_of_each_page_before_it_is_read_and_of_the_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "one"}\n\n{"text": "three"}\n')
    (tmp_path / "b.txt").write_text("four", "utf-8")
    heard: list[object] = []
    chosen = settings(tmp_path)
    (batch,) = batches([tmp_path], chosen)
    for page in pages(batch, chosen, heard.append):
        heard.append(Path(page.source_uri).name)
    assert heard == [0, "a.jsonl#1", 1, 2, "a.jsonl#3", 3, "b.txt", None]


def test_small_files_share_a_batch_and_names_are_in_order(tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.html").write_text(HTML, "utf-8")
    cut = list(batches([tmp_path], settings(tmp_path, batch_size=2)))
    assert [(batch.name, len(batch)) for batch in cut] == [
        ("batch-000001", 2),
        ("batch-000002", 2),
        ("batch-000003", 1),
    ]


def test_unpacked_lines_go_with_their_batch(tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl.gz", [{"text": f"page {n}"} for n in range(6)])
    chosen = settings(tmp_path, batch_size=2)
    left = []
    for batch in batches([path], chosen):
        batch.release()
        left.append(len(list((chosen.data_dir / "spool").iterdir())))
    assert max(left) <= 1
    assert left[-1] == 0


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-05-12", datetime(2019, 5, 12)),
        ("2019-05-12T10:00:00Z", datetime(2019, 5, 12, 10, tzinfo=UTC)),
        ("Sun, 12 May 2019 10:00:00 +0000", datetime(2019, 5, 12, 10, tzinfo=UTC)),
        ("", None),
        (None, None),
    ],
)
def test_a_day_without_a_time_has_no_zone(value: str | None, expected: datetime | None, tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", [{"text": "words", "published_at": value}])
    (page,) = read(path, chosen=settings(tmp_path))
    assert isinstance(page, Page)
    assert page.published_at == expected


def test_html_goes_before_text_and_text_stands_in_for_missing_html(tmp_path: Path) -> None:
    records: list[dict[str, object]] = [{"html": HTML, "text": "words"}, {"html": None, "text": "words"}]
    found = read(write(tmp_path / "in.jsonl", records), chosen=settings(tmp_path))
    assert [page.format for page in found if isinstance(page, Page)] == ["html", "text"]


def test_an_archive_that_starts_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + jsonl([{"text": "words"}]))
    assert told(read(tmp_path, chosen=settings(tmp_path))) == [("in.jsonl#1", "page")]
