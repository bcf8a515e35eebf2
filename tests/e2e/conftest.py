"""One service for all tests of this folder: it takes half a minute to be up."""

import subprocess
from collections.abc import Iterator

import pytest

from tests.e2e.bench import Bench


@pytest.fixture(scope="package")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(tmp_path_factory.mktemp("service"))
    with made.up() as process:
        yield made
    assert process.returncode == 0
    assert subprocess.run(["pgrep", "-f", str(made.home)], capture_output=True, check=False).stdout == b""
