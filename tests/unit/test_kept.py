"""What a run that died had staged is taken up by the next one, once, and only where nothing differs."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import tasks.kept
from extraction.document import Document
from extraction.reading import Reading
from settings import Settings
from tasks.batch import Haul, Process
from tasks.furniture import Furniture
from tasks.ingest import AtOnce, ingest
from tasks.kept import KEPT_SECONDS, kept, kept_folder
from tasks.stage import staging
from tasks.warehouse import reading
from tests.hostile.kit import batches, gzipped, jsonl, settings
from tests.unit.test_batch import ARTICLE, nothing_found, write


class DiedError(Exception):
    """Stands for whatever ends a run."""


def never(document: Document) -> Reading:
    raise AssertionError(f"{document.source_uri} was read")


def run(tmp_path: Path, read: Any, *, dies: bool = False, **values: object) -> Haul:
    """Stage the one batch of the input as a run does; what is read may be forbidden."""
    chosen = settings(tmp_path, **values)
    (batch,) = batches([tmp_path / "in"], chosen)
    with staging(chosen) as folder:
        work = Process(chosen, set(), Furniture.none(), folder / "batches", read, None, kept(chosen))  # type: ignore
        found = work(batch, lambda number: None)
        if not dies:
            assert found.staged.path.parent == folder / "batches"
            assert (found.staged.path / "documents.parquet").is_file()
            return found
        raise DiedError


def died(tmp_path: Path, **values: object) -> list[Path]:
    """Have a run die, and return what is kept."""
    with pytest.raises(DiedError):
        run(tmp_path, nothing_found, dies=True, **values)
    return list((tmp_path / "data" / "kept").iterdir())


def is_read(found: Haul) -> bool:
    """Tell whether the page was read: `never` makes a rejection of it then."""
    return found.rejected == 1


def test_it_is_taken_up_once(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE)
    assert len(died(tmp_path)) == 1
    found = run(tmp_path, never)
    assert (found.pages, found.staged.counts["documents"], is_read(found)) == (1, 1, False)
    assert is_read(run(tmp_path, never))


def test_a_run_that_takes_it_up_and_dies_leaves_it_to_the_next(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE)
    assert died(tmp_path) == died(tmp_path)
    assert not is_read(run(tmp_path, never))


def test_what_a_killed_run_left_is_found_by_the_next(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE)
    (batch,) = died(tmp_path)
    left = tmp_path / "data" / "staging" / "of-a-dead-run" / "batches"
    left.mkdir(parents=True)
    batch.rename(left / "batch-000001")
    (left / ".batch-000002.draft").mkdir()  # one that it had not finished
    assert not is_read(run(tmp_path, never))
    assert list((tmp_path / "data" / "kept").iterdir()) == []


@pytest.mark.parametrize("what", ["content", "time alone", "setting", "rules", "machine"])
def test_where_anything_differs_the_page_is_read_anew(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a=ARTICLE)
    died(tmp_path)
    page, values = tmp_path / "in" / "a.txt", {}
    if what == "content":
        before = page.stat()
        page.write_text(ARTICLE.replace("twelve", "eleven"), "utf-8")
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))  # as long, and as old, as before
    elif what == "time alone":
        os.utime(page)
    elif what == "setting":
        values = {"page_limit": 5_000_000}
    elif what == "rules":
        monkeypatch.setattr(tasks.kept, "_code", lambda: "other")
    else:
        (tmp_path / "boot").write_text("another start")
        monkeypatch.setattr(tasks.kept, "BOOT", tmp_path / "boot")
    assert is_read(run(tmp_path, never, **values))


def test_pages_that_were_unpacked_for_the_run_are_not_kept(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(gzipped(jsonl([{"text": ARTICLE}])))
    with pytest.raises(DiedError):
        run(tmp_path, nothing_found, dies=True)
    assert not (tmp_path / "data" / "kept").exists()


def test_nobody_comes_back_after_a_day(tmp_path: Path) -> None:
    write(tmp_path, a=ARTICLE)
    (batch,) = died(tmp_path)
    old = batch.stat().st_mtime - KEPT_SECONDS - 1
    os.utime(batch, (old, old))
    assert is_read(run(tmp_path, never))
    assert not batch.exists()


class Dying(AtOnce):
    """Ends the run when it is about to load."""

    def call(self, name: str, step: Any, *args: Any, **kwargs: Any) -> Any:
        if name == "load":
            raise DiedError
        return step(*args, **kwargs)


def test_a_run_that_dies_before_it_loads_and_the_next_one_come_to_what_one_does(tmp_path: Path) -> None:
    write(tmp_path, **{f"page-{n}": ARTICLE.replace("twelve", str(n + 2)) for n in range(5)})
    plain, chosen = (settings(tmp_path / name, batch_size=2) for name in ("plain", "chosen"))
    whole = ingest([str(tmp_path / "in")], plain, AtOnce())
    with pytest.raises(DiedError):
        ingest([str(tmp_path / "in")], chosen, Dying())
    staged = list(kept_folder(chosen).iterdir())
    found = ingest([str(tmp_path / "in")], chosen, AtOnce())
    assert len(staged) == 3
    assert list(kept_folder(chosen).iterdir()) == []
    assert replace(found, run_id=whole.run_id, seconds=0, slowest=(), warehouse=whole.warehouse) == replace(
        whole, seconds=0, slowest=()
    )
    assert _rows(chosen) == _rows(plain)


def _rows(chosen: Settings) -> list[Any]:
    with reading(chosen) as con:
        return con.execute(
            "select source_uri, event_id, summary from events join documents using (document_id) order by all"
        ).fetchall()
