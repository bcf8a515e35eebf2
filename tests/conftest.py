"""What tests of more than one folder share."""

import shutil
from collections.abc import Callable, Iterator

import pytest

from extraction.places.gazetteer import use
from settings import Settings
from tasks.warehouse import work_path, writing
from tests.here import Here


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
