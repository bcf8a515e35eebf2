import pickle
from pathlib import Path
from uuid import UUID

import polars as pl
import pytest

from extraction.document import Document
from extraction.reading import Reading
from tasks.batch import Haul, Process
from tasks.furniture import Furniture
from tasks.page import Page
from tasks.read import pages
from tests.hostile.kit import batches, settings

ARTICLE = """Soldiers find a cache near Tal Example

Soldiers found a cache of weapons near the village of Tal Example on Tuesday, the ministry of defence said.

The cache held twelve rockets and was destroyed by engineers, according to the same statement.
"""


def nothing_found(document: Document) -> Reading:
    return Reading((), (), (), "none")


def stumbles(document: Document) -> Reading:
    if "stumble" in document.text:
        raise LookupError("no such rule")
    return nothing_found(document)


def starves(document: Document) -> Reading:
    raise MemoryError


def haul(tmp_path: Path, *, known: set[UUID] | None = None, read: object = nothing_found) -> tuple[Haul, pl.DataFrame]:
    chosen = settings(tmp_path)
    (batch,) = batches([tmp_path / "in"], chosen)
    work = Process(chosen, known or set(), Furniture.none(), tmp_path / "staged", read)  # type: ignore[arg-type]
    found = work(batch, lambda number: None)
    return found, pl.read_parquet(found.staged.path / "rejections.parquet")


def write(tmp_path: Path, **texts: str) -> None:
    (tmp_path / "in").mkdir()
    for name, text in texts.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")


def test_pages_become_documents_or_rejections_and_are_counted(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE, b="", c=ARTICLE.replace("Tuesday", "Monday"))
    found, rejections = haul(tmp_path)
    assert (found.pages, found.unchanged, found.rejected) == (3, 0, 1)
    assert found.staged.counts["documents"] == 2
    assert rejections["reason"].to_list() == ["empty"]
    assert found.bytes == 2 * len(ARTICLE) - 1
    assert {Path(timing.source_uri).name for timing in found.slowest} == {"a.txt", "c.txt"}


def test_known_pages_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE, b=ARTICLE)
    chosen = settings(tmp_path)
    (batch,) = batches([tmp_path / "in" / "a.txt"], chosen)
    (page,) = pages(batch, chosen, lambda number: None)
    assert isinstance(page, Page)
    found, _ = haul(tmp_path, known={page.page_id})
    assert (found.pages, found.unchanged, found.staged.counts["documents"]) == (2, 1, 1)


def test_the_same_record_twice_is_a_duplicate(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    line = b'{"url": "https://news.example/1", "text": "Soldiers found a cache of weapons near the village."}\n'
    (tmp_path / "in" / "a.jsonl").write_bytes(line * 2)
    found, rejections = haul(tmp_path)
    assert (found.staged.counts["documents"], found.rejected) == (1, 1)
    assert rejections["reason"].to_list() == ["duplicate"]
    assert rejections["source_uri"].to_list() == [f"{tmp_path}/in/a.jsonl#2"]


def test_an_error_on_one_page_is_named_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE, b=ARTICLE.replace("rockets", "stumbles"))
    found, rejections = haul(tmp_path, read=stumbles)
    assert found.staged.counts["documents"] == 1
    assert rejections["reason"].to_list() == ["crashed"]
    assert rejections["detail"][0].startswith("LookupError: no such rule (test_batch.py:")


def test_want_of_memory_is_the_workers_and_not_hidden(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE)
    with pytest.raises(MemoryError):
        haul(tmp_path, read=starves)


def test_the_work_travels_to_a_worker_and_prepares(tmp_path: Path) -> None:
    work = Process(settings(tmp_path), set(), Furniture.none(), tmp_path, nothing_found)
    sent = pickle.loads(pickle.dumps(work))
    assert sent == work
    sent.prepare()
