"""Pages in S3 are read as pages on the disk are."""

import gzip
import json
from pathlib import Path

import fsspec
import polars as pl
import pytest

from tasks.errors import UserError
from tasks.page import Page
from tasks.source import expand
from tests.hostile.kit import HTML, gzipped, read, settings, told, warc

TEXT = "Two men were arrested in the village of Tal Example."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page of each kind and packing."""
    made = tmp_path / "in"
    (made / "deep").mkdir(parents=True)
    (made / ".hidden").mkdir()
    record = json.dumps({"url": "https://news.example/1", "html": HTML}).encode() + b"\n"
    for name, content in {
        "a.html": HTML.encode(),
        "b.html.gz": gzipped(HTML.encode()),
        "c.txt": TEXT.encode(),
        "deep/d.jsonl": record * 5,
        "deep/e.jsonl.gz": gzip.compress(record * 5),
        "f.warc": warc(3, packed=False),
        "g.warc.gz": warc(3, packed=True),
        "h.warc.gz": gzipped(warc(3, packed=False)),
        "notes.md": b"no page",
        ".hidden/i.html": HTML.encode(),
        "broken.txt.gz": gzipped(TEXT.encode())[:-8],
    }.items():
        (made / name).write_bytes(content)
    pl.DataFrame({"text": [TEXT, TEXT + " Again."]}).write_parquet(made / "j.parquet")
    return made


def test_every_kind_of_page_is_read_from_s3_as_from_the_disk(folder: Path, bucket: str, tmp_path: Path) -> None:
    fsspec.filesystem("s3").put(str(folder), f"{bucket}/in", recursive=True)
    chosen = settings(tmp_path, batch_size=2)
    near, far = read(folder, chosen=chosen), read(f"{bucket}/in", chosen=chosen)
    assert told(far) == told(near)
    assert [page.content for page in far if isinstance(page, Page)] == [
        page.content for page in near if isinstance(page, Page)
    ]
    assert {page.source_uri.rsplit("/in/")[0] for page in far} == {bucket}
    assert expand([f"{bucket}/in"]).ignored == expand([folder]).ignored == 1


def test_files_and_globs_in_s3_are_found(folder: Path, bucket: str) -> None:
    fsspec.filesystem("s3").put(str(folder), f"{bucket}/in", recursive=True)
    assert [source.path for source in expand([f"{bucket}/in/a.html"]).sources] == [f"{bucket}/in/a.html"]  # type: ignore[union-attr]
    assert len(expand([f"{bucket}/in/*.html*"]).sources) == 2


def test_what_is_not_there_is_said_in_one_line(bucket: str) -> None:
    with pytest.raises(UserError, match="no such file or folder"):
        expand([f"{bucket}/none"])
    with pytest.raises(UserError, match="no such file or folder"):
        expand([f"{bucket}/*.html"])
    with pytest.raises(UserError, match="cannot reach nowhere://at/all"):
        expand(["nowhere://at/all"])
