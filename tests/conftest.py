"""What tests of more than one folder share."""

import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler.loadfile import LoadFileScheduling

from extraction.places.gazetteer import use
from settings import Settings
from tasks.warehouse import work_path, writing
from tests.here import Here

FIRST = ("e2e/test_killed.py", "flows", "sql/test_incidents.py", "e2e", "sql")
"""What begins first, as it takes longest: nothing long is left to run alone at the end. Two services follow each other,
as tests of them wait: in that time others work."""
WHOLE = ("flows",)
"""Folders of which one process runs all: a server is started for them."""


class Rooms(LoadFileScheduling):  # type: ignore[misc]
    """Gives each process one file after another, and some folders as if they were one."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        folder = _folder(Path(file))
        return folder if folder in WHOLE else file


def _folder(path: Path) -> str:
    return path.parent.name


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Rooms:
    return Rooms(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """Run in this process what is named file by file: to start others would take longer than a few files take.

    All else is run by one process more than there are processors, as a test of a service waits most of its time.
    """
    processors = yield
    return 0 if all(Path(argument.partition("::")[0]).is_file() for argument in config.args) else processors + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _rank(item.path))


def _rank(path: Path) -> int:
    """Return how early the tests of a file begin."""
    names = (f"{path.parent.name}/{path.name}", path.parent.name)
    return next((n for n, first in enumerate(FIRST) if first in names), len(FIRST))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ingests and replays work in this process: starting workers takes seconds each time."""
    for caller in ("tasks.ingest", "tasks.replay"):
        monkeypatch.setattr(f"{caller}.Pool", Here)
    yield
    use(None)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Settings], None]:
    """Puts an empty warehouse into a data folder: to make one takes a second, to copy one nothing."""
    made = Settings(data_dir=tmp_path_factory.mktemp("empty"))
    with writing(made):
        pass

    def put(settings: Settings) -> None:
        settings.data_dir.mkdir(mode=0o700, exist_ok=True)
        work_path(settings).parent.mkdir(exist_ok=True)
        shutil.copyfile(work_path(made), work_path(settings))

    return put
