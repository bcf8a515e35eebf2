"""A service for each file of this folder: it takes half a minute to be up, and two files share two processors."""

import subprocess
from collections.abc import Iterator

import pytest

from tests.e2e.bench import Bench


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(tmp_path_factory.mktemp("service"))
    with made.up() as process:
        for name in ("harvest", "harvest-local"):  # due at once: nothing is to be fetched here
            made.skip(name)
        yield made
    assert process.returncode == 0
    assert subprocess.run(["pgrep", "-f", str(made.home)], capture_output=True, check=False).stdout == b""
