"""A large input is loaded in portions: a run that dies keeps those that it loaded."""

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

import tasks.steps
from settings import Settings
from tasks.ingest import AtOnce, ingest
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
