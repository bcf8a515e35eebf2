"""One ephemeral server for all tests that run the flow: it takes ten seconds and more to start."""

import atexit
import gc
import os
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flows.orchestration import prepare
from settings import Settings

SOCKETS = pytest.mark.filterwarnings("ignore:unclosed <socket.socket:ResourceWarning")
"""For tests that run a flow: Prefect leaves it to the garbage collector to close the sockets of its clients."""

prepare()
os.environ["PREFECT_HOME"] = tempfile.mkdtemp(prefix="sitrep-tests-prefect-")  # before the first import of Prefect
atexit.register(shutil.rmtree, os.environ["PREFECT_HOME"], ignore_errors=True)


@pytest.fixture(scope="session")
def server() -> Iterator[None]:
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield
    _collect()


@pytest.fixture
def api(server: None) -> Iterator[None]:
    """The server, and no socket of Prefect's left behind for another test to be blamed for."""
    yield
    _collect()


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A working directory and in it a data folder, which flows find by the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SITREP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("SITREP_WORKERS", "1")
    return Settings()


@pytest.fixture
def home(server: None, tmp_path: Path) -> Path:
    """A folder of Prefect's for a server of one's own, its database made already: that takes longer than its start."""
    from prefect.settings import get_current_settings

    told = get_current_settings().server.database.connection_url
    assert told is not None
    made = tmp_path / "prefect"
    made.mkdir()
    with (
        closing(sqlite3.connect(told.get_secret_value().partition("///")[2])) as shared,
        closing(sqlite3.connect(made / "prefect.db")) as own,
    ):
        shared.backup(own)
    return made


def _collect() -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "unclosed <socket.socket", ResourceWarning)
        gc.collect()
