"""Prefect's interface shows what a run leaves: opened in a headless browser, where there is one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.bench import PATIENCE, Bench

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SCREENSHOT = Path(__file__).resolve().parents[2] / "docs" / "interface.png"
"""Shown in `docs/operations.md`; taken anew where it was removed."""
LOOK = 20_000
"""Milliseconds of its own time that the page gets: it asks the server for what it shows."""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: the interface is not looked at")


def browse(home: Path, *arguments: str) -> str:
    """Open a page in a browser that has a profile of its own, and return what it prints."""
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}", "--window-size=1400,1600"]
    command = [str(BROWSER), *flags, f"--virtual-time-budget={LOOK}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout


def test_the_artifact_of_a_run_is_rendered(bench: Bench, tmp_path: Path) -> None:
    bench.drop(bench.home / "shown", [900, 901])
    api = {"PREFECT_API_URL": f"http://127.0.0.1:{bench.settings.server_port}/api"}
    said, _ = bench.start("ingest", "shown", **api).communicate(timeout=PATIENCE)
    wanted = {"artifacts": {"key": {"any_": ["ingest"]}}, "flow_runs": {"name": {"any_": ["ingest shown"]}}}
    (artifact,) = bench.wait_for(said, lambda: bench.ask("artifacts/filter", wanted))
    address = f"http://127.0.0.1:{bench.settings.server_port}/artifacts/artifact/{artifact['id']}"
    shown = browse(tmp_path / "profile", "--dump-dom", address)
    assert "2 new documents" in shown
    assert "<table" in shown
    taken = tmp_path / SCREENSHOT.name
    browse(tmp_path / "profile", f"--screenshot={taken}", address)
    assert taken.stat().st_size > 10_000
    if not SCREENSHOT.exists():
        shutil.copyfile(taken, SCREENSHOT)
