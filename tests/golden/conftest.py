"""One warehouse of the samples for all golden tests."""

import pytest

from settings import Settings
from tasks.ingest import AtOnce, ingest
from tasks.warehouse import published_path
from tests.golden.samples import FOLDER, Warehouse


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Run the main job on the samples and open what it published."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("samples"))
    ingest([str(FOLDER)], settings, AtOnce())
    return Warehouse(published_path(settings))
