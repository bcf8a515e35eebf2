"""One warehouse of the samples for all golden tests."""

import pytest

from settings import Settings
from tasks.ingest import AtOnce, ingest
from tasks.report import Report
from tests.golden.samples import FOLDER, Warehouse


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Run the main job on the samples and return what it counted."""
    return ingest([str(FOLDER)], Settings(data_dir=tmp_path_factory.mktemp("samples")), AtOnce())


@pytest.fixture(scope="session")
def warehouse(report: Report) -> Warehouse:
    """Open what the main job published of the samples."""
    return Warehouse(report.warehouse)
