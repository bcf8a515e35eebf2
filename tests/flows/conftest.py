"""One ephemeral server for all tests that run the flow: it takes ten seconds and more to start."""

import os
import tempfile
from collections.abc import Iterator

import pytest

from flows.orchestration import PRIVATE

os.environ.update(PRIVATE)
os.environ["PREFECT_HOME"] = tempfile.mkdtemp(prefix="sitrep-tests-prefect-")  # before the first import of Prefect


@pytest.fixture(scope="session")
def server() -> Iterator[None]:
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield
