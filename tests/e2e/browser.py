"""Browser: what a page looks like in a headless Chromium, where there is one."""

import shutil
import subprocess
from pathlib import Path

from tests.e2e.bench import PATIENCE

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
LOOK = 20_000
"""Milliseconds of its own time that a page gets: it asks the server for what it shows."""


def browse(address: str, profile: Path, picture: Path) -> str:
    """Open a page in a browser that has a profile of its own, take its picture, and return it as rendered."""
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--window-size=1400,1600"]
    wanted = [f"--virtual-time-budget={LOOK}", f"--screenshot={picture}", "--dump-dom", address]
    done = subprocess.run([str(BROWSER), *flags, *wanted], capture_output=True, text=True, timeout=PATIENCE, check=True)
    return done.stdout
