"""Bad input: each gets its row, and the rest of the batch goes on."""

import gzip
import os
from pathlib import Path

import polars as pl
import pytest
import zstandard

from tasks.errors import UserError
from tasks.page import Page, Rejection
from tests.hostile.kit import HTML, batches, gzipped, jsonl, read, settings, told

GOOD = "good.html"


def folder(tmp_path: Path, **files: bytes) -> Path:
    """A folder with the files given (`__` stands for a dot) and one good page."""
    here = tmp_path / "in"
    here.mkdir()
    for name, content in {"good__html": HTML.encode(), **files}.items():
        (here / name.replace("__", ".")).write_bytes(content)
    return here


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (bytes(range(256)) * 40, "not text"),
        (b"\x89PNG\r\n\x1a\n and so on", "not text"),
        (b"%PDF-1.7 and so on", "not text"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_is_no_page(content: bytes, reason: str, packed: bool, tmp_path: Path) -> None:
    here = folder(tmp_path, **({"bad__txt__gz": gzipped(content)} if packed else {"bad__txt": content}))
    name = "bad.txt.gz" if packed else "bad.txt"
    assert told(read(here, chosen=settings(tmp_path))) == [(name, reason), (GOOD, "page")]


def test_a_page_of_100_mb_is_rejected_unread(tmp_path: Path) -> None:
    here = folder(tmp_path, big__html=b"")
    os.truncate(here / "big.html", 100_000_000)
    found = read(here, chosen=settings(tmp_path))
    assert told(found) == [("big.html", "too large"), (GOOD, "page")]
    assert found[0] == Rejection(str(here / "big.html"), "too large", "100,000,000 bytes, the limit is 10,000,000")


def test_a_gzip_bomb_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    here = folder(tmp_path, bomb__html__gz=gzipped(b"<p>" + b"a" * 50_000_000))
    assert told(read(here, chosen=settings(tmp_path))) == [("bomb.html.gz", "too large"), (GOOD, "page")]


@pytest.mark.parametrize("packed", [gzipped, zstandard.compress])
def test_a_bomb_in_a_line_of_packed_jsonl_costs_that_line_alone(packed: object, tmp_path: Path) -> None:
    assert callable(packed)
    name = "in.jsonl.gz" if packed is gzipped else "in.jsonl.zst"
    lines = jsonl([{"text": "one"}, {"text": "a" * 1_000_000}, {"text": "three"}])
    (tmp_path / name).write_bytes(packed(lines))
    found = read(tmp_path / name, chosen=settings(tmp_path, page_limit=10_000, batch_size=2))
    assert told(found) == [(f"{name}#1", "page"), (f"{name}#3", "page"), (f"{name}#2", "too large")]


def test_a_packed_archive_that_grows_without_end_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet.gz"
    path.write_bytes(gzipped(bytes(230_000_000)))
    assert told(read(path, chosen=settings(tmp_path))) == [("in.parquet.gz", "too large")]


def test_a_truncated_gzip_page(tmp_path: Path) -> None:
    here = folder(tmp_path, cut__html__gz=gzipped(os.urandom(3000).hex().encode())[:-900])
    assert told(read(here, chosen=settings(tmp_path))) == [("cut.html.gz", "broken file"), (GOOD, "page")]


def test_a_file_that_is_no_gzip_though_it_says_so(tmp_path: Path) -> None:
    here = folder(tmp_path, plain__html__gz=HTML.encode())
    assert told(read(here, chosen=settings(tmp_path))) == [(GOOD, "page"), ("plain.html.gz", "broken file")]


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_truncated_packed_jsonl_keeps_the_lines_before_the_cut(ending: str, tmp_path: Path) -> None:
    lines = jsonl({"text": f"{n} {os.urandom(2000).hex()}"} for n in range(200))
    packed = gzipped(lines) if ending == "gz" else zstandard.compress(lines)
    path = tmp_path / f"in.jsonl.{ending}"
    path.write_bytes(packed[: len(packed) // 2])
    *kept, loss = read(path, chosen=settings(tmp_path, batch_size=30))
    assert 60 < len(kept) < 110
    assert all(isinstance(page, Page) for page in kept)
    assert isinstance(loss, Rejection)
    assert (loss.source_uri, loss.reason) == (str(path), "broken file")
    assert f"after line {len(kept)}," in loss.detail


def test_broken_lines_of_jsonl_are_each_named(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    good = jsonl([{"url": "https://news.example/1", "html": HTML}])
    bad = [
        b'{"text": "cut',
        b"[1, 2]",
        b'{"url": "https://news.example/2"}',
        b'{"text": 7}',
        b'{"text": "words", "title": ["x"]}',
        b'{"text": "words", "published_at": "yesterday"}',
        b"[" * 100_000,
        b'{"text": "\xff\xfe"}',
    ]
    path.write_bytes(good + b"\n".join([*bad, b"", b'{"text": ""}', b'{"text": "\\ud800"}']) + b"\n" + good)
    found = read(path, chosen=settings(tmp_path))
    expected = ["page", *["broken record"] * len(bad), "empty", "broken encoding", "page"]
    numbers = [1, *range(2, 2 + len(bad)), 11, 12, 13]
    assert told(found) == [(f"in.jsonl#{n}", reason) for n, reason in zip(numbers, expected, strict=True)]


@pytest.mark.parametrize(
    ("frame", "detail"),
    [
        ({"url": ["u"], "body": ["b"]}, "wrong columns: no html or text among url, body"),
        ({"html": [1, 2]}, "wrong columns: html is Int64, not text"),
        ({"text": ["words"], "url": [7]}, "wrong columns: url is Int64, not text"),
    ],
)
def test_wrong_columns_in_parquet(frame: dict[str, list[object]], detail: str, tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pl.DataFrame(frame).write_parquet(path)
    assert read(path, chosen=settings(tmp_path)) == [Rejection(str(path), "broken file", detail)]


@pytest.mark.parametrize("content", [b"", b"junk", b"PAR1" + bytes(400) + b"PAR1"])
def test_parquet_that_is_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(content)
    assert told(read(tmp_path / "in.parquet", chosen=settings(tmp_path))) == [("in.parquet", "broken file")]


def test_parquet_damaged_in_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pl.DataFrame({"text": [os.urandom(500).hex() for _ in range(20)]}).write_parquet(path, statistics=False)
    content = bytearray(path.read_bytes())
    content[4:3000] = bytes(2996)
    path.write_bytes(content)
    assert told(read(path, chosen=settings(tmp_path))) == [("in.parquet#1-20", "broken file")]


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz", "in.warc", "in.warc.gz"])
def test_an_archive_of_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    assert told(read(tmp_path / name, chosen=settings(tmp_path))) == [(name, "empty")]


def test_a_file_that_vanishes_between_plan_and_reading(tmp_path: Path) -> None:
    here = folder(tmp_path, gone__html=HTML.encode(), lines__jsonl=jsonl([{"text": "words"}]))
    chosen = settings(tmp_path)
    (batch,) = batches([here], chosen)
    (here / "gone.html").unlink()
    (here / "lines.jsonl").unlink()
    from tasks.read import pages

    found = list(pages(batch, chosen, lambda number: None))
    assert told(found) == [("gone.html", "unreadable"), (GOOD, "page"), ("lines.jsonl", "unreadable")]


def test_a_file_that_vanishes_before_the_plan_reaches_it(tmp_path: Path) -> None:
    here = folder(tmp_path, gone__html=HTML.encode())
    chosen = settings(tmp_path)
    from tasks.read import pages, plan
    from tasks.source import expand

    sources = expand([here]).sources
    (here / "gone.html").unlink()
    found = [x for batch in plan(sources, chosen, tmp_path / "spool") for x in pages(batch, chosen, lambda n: None)]
    assert told(found) == [("gone.html", "unreadable"), (GOOD, "page")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_permissions(tmp_path: Path) -> None:
    here = folder(tmp_path, shut__html=HTML.encode())
    (here / "shut.html").chmod(0)
    (here / "cellar").mkdir(mode=0)
    found = read(here, chosen=settings(tmp_path))
    (here / "cellar").chmod(0o700)
    assert sorted(told(found)) == [("cellar", "unreadable"), (GOOD, "page"), ("shut.html", "unreadable")]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    here = folder(tmp_path)
    for name in ("pipe.html", "pipe.jsonl", "pipe.parquet", "pipe.warc"):
        os.mkfifo(here / name)
    found = dict(told(read(here, chosen=settings(tmp_path))))
    assert found.pop(GOOD) == "page"
    assert set(found.values()) == {"unreadable"}
    assert len(found) == 4


def test_spaces_letters_and_bytes_in_a_path(tmp_path: Path) -> None:
    here = tmp_path / "dépêches du jour [1]" / "أخبار"
    here.mkdir(parents=True)
    (here / "größe #7.html").write_text(HTML, "utf-8")
    raw = os.fsencode(here) + b"/caf\xe9.html"
    try:
        Path(os.fsdecode(raw)).write_text(HTML, "utf-8")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    found = read(tmp_path / "dépêches du jour [1]", chosen=settings(tmp_path))
    assert [page.source_uri for page in found] == [f"{here}/caf\\xe9.html", f"{here}/größe #7.html"]
    assert all(isinstance(page, Page) for page in found)


def test_a_folder_without_pages_is_the_users_error(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x", "utf-8")
    with pytest.raises(UserError, match=r"^no pages in .*: it holds no file that ends in \.html, "):
        read(tmp_path, chosen=settings(tmp_path))


def test_gzip_members_one_after_another_are_one_page(tmp_path: Path) -> None:
    (tmp_path / "two.txt.gz").write_bytes(gzip.compress(b"first half, ") + gzip.compress(b"second half"))
    (page,) = read(tmp_path / "two.txt.gz", chosen=settings(tmp_path))
    assert isinstance(page, Page)
    assert page.content == b"first half, second half"


def test_a_spool_that_cannot_be_written_is_not_blamed_on_the_source(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzipped(jsonl([{"text": "words"}])))
    (tmp_path / "data").write_text("a file where the folder should be", "utf-8")
    with pytest.raises(UserError, match=r"^cannot unpack to .*spool: Not a directory; free some space"):
        read(path, chosen=settings(tmp_path))
