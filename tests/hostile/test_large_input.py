"""A large input is loaded in portions: a run that dies keeps those that it loaded."""

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

import tasks.steps
from settings import Settings
from tasks.ingest import AtOnce, ingest
from tasks.warehouse import reading
from tests.hostile.kit import gzipped, response
from tests.web.server import article

P = ParamSpec("P")
R = TypeVar("R")
PAGES = 11


class Dying(AtOnce):
    """Engine of a run that dies before its third load."""

    loads = 0

    def call(self, name: str, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        self.loads += name == "load"
        if self.loads == 3:
            raise KeyboardInterrupt
        return super().call(name, step, *args, **kwargs)


def test_a_run_goes_on_where_the_last_one_died(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks.steps, "PORTION", 4)
    pages = tmp_path / "in"
    pages.mkdir()
    for number in range(PAGES):
        (pages / f"{number:02}.html").write_bytes(article(number))
    settings = Settings(data_dir=tmp_path / "data", workers=1, batch_size=2)
    with pytest.raises(KeyboardInterrupt):
        ingest([str(pages)], settings, Dying())
    report = ingest([str(pages)], settings, AtOnce())
    assert (report.pages, report.unchanged, report.new) == (PAGES, 8, PAGES - 8)
    assert report.slowest[0][1] >= report.slowest[-1][1]
    assert list((tmp_path / "data/staging").iterdir()) == []


@pytest.fixture
def archive(here: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One in which a run died that had loaded 8 of its pages."""
    monkeypatch.setattr(tasks.steps, "PORTION", 4)
    path = tmp_path / "in.warc.gz"
    path.write_bytes(b"".join(gzipped(response(f"https://news.example/{n}", article(n))) for n in range(PAGES)))
    with pytest.raises(KeyboardInterrupt):
        ingest([str(path)], chosen(tmp_path), Dying())
    return path


def chosen(folder: Path) -> Settings:
    return Settings(data_dir=folder / "data", workers=1, batch_size=2)


def test_an_archive_is_read_from_the_record_where_the_last_run_died(archive: Path, tmp_path: Path) -> None:
    report = ingest([str(archive)], chosen(tmp_path), AtOnce())
    assert (report.pages, report.unchanged, report.new) == (PAGES - 8, 0, PAGES - 8)
    with reading(chosen(tmp_path)) as con:
        uris = con.execute("select source_uri from documents order by url.length(), url").fetchall()
    assert uris == [(f"{archive}#{n}",) for n in range(1, PAGES + 1)]
    report = ingest([str(archive)], chosen(tmp_path), AtOnce())
    assert (report.pages, report.unchanged) == (PAGES, PAGES)  # a run that ended leaves nothing to go on from


def test_an_archive_that_has_changed_since_is_read_from_its_start(archive: Path, tmp_path: Path) -> None:
    more = gzipped(response("https://news.example/more", article(PAGES)))
    archive.write_bytes(archive.read_bytes() + more)
    report = ingest([str(archive)], chosen(tmp_path), AtOnce())
    assert (report.pages, report.unchanged, report.new) == (PAGES + 1, 8, PAGES - 7)
