"""One ephemeral server for all tests that run the flow: it takes ten seconds and more to start."""

import atexit
import gc
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator

import pytest

from flows.orchestration import prepare

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


def _collect() -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "unclosed <socket.socket", ResourceWarning)
        gc.collect()
