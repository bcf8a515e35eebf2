"""Prefect's interface shows what a run leaves: opened in a headless browser, where there is one."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.bench import PATIENCE, Bench

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SCREENSHOT = Path(__file__).resolve().parents[2] / "docs" / "interface.png"
LOOK = 20_000
"""Milliseconds of its own time that the page gets: it asks the server for what it shows."""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: the interface is not looked at")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(tmp_path_factory.mktemp("interface"))
    with made.up():
        yield made


def browse(home: Path, *arguments: str) -> str:
    """Open a page in a browser that has a profile of its own, and return what it prints."""
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}", "--window-size=1400,1600"]
    command = [str(BROWSER), *flags, f"--virtual-time-budget={LOOK}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout


def test_the_artifact_of_a_run_is_rendered(bench: Bench, tmp_path: Path) -> None:
    (bench.home / "pages").mkdir()
    bench.drop(bench.home / "pages", [1, 2])
    api = {"PREFECT_API_URL": f"http://127.0.0.1:{bench.settings.server_port}/api"}
    said, _ = bench.start("ingest", "pages", **api).communicate(timeout=PATIENCE)
    (artifact,) = bench.wait_for(
        said, lambda: bench.ask("artifacts/filter", {"artifacts": {"key": {"any_": ["ingest"]}}})
    )
    address = f"http://127.0.0.1:{bench.settings.server_port}/artifacts/artifact/{artifact['id']}"
    shown = browse(tmp_path / "profile", "--dump-dom", address)
    assert "2 new documents" in shown
    assert "<table" in shown
    browse(tmp_path / "profile", f"--screenshot={SCREENSHOT}", address)
    assert SCREENSHOT.stat().st_size > 10_000
