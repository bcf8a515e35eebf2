"""`sitrep ingest` from the shell, without an API: what it prints and how it ends."""

import os
import subprocess
import sys
from pathlib import Path

PAGE = """Two arrested after blast in Ormek

A bomb exploded in the village of Ormek on Friday and killed three soldiers, the army said.

Police arrested two men the same evening. The village lies on the road to the border, which was closed for the night.
"""


def ingest(folder: Path, *paths: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("SITREP_", "PREFECT_"))}
    return subprocess.run(
        [sys.executable, "-c", "from cli.main import main; main()", "ingest", *paths],
        cwd=folder,
        env={**clean, "PREFECT_HOME": str(folder / "prefect"), "SITREP_WORKERS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_second_run_adds_nothing_and_says_so_and_a_changed_page_is_said_to_be_changed(tmp_path: Path) -> None:
    (tmp_path / "ormek.txt").write_text(PAGE, "utf-8")
    first, second = ingest(tmp_path, "ormek.txt"), ingest(tmp_path, "ormek.txt")
    assert first.returncode == 0, first.stderr
    assert second.returncode == 0, second.stderr
    assert "1 new document, " in first.stdout
    assert "0 new documents, 0 new events; 1 page read: 0 changed, 1 unchanged, 0 rejected." in second.stdout
    assert "warehouse: data/published/current/warehouse.duckdb" in second.stdout
    assert first.stderr.splitlines()[0] == "find sources"
    (tmp_path / "ormek.txt").write_text(PAGE.replace("three soldiers", "four soldiers"), "utf-8")
    assert "1 page read: 1 changed, 0 unchanged, 0 rejected." in ingest(tmp_path, "ormek.txt").stdout


def test_nothing_readable_ends_with_1_and_names_the_reasons(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 8)
    done = ingest(tmp_path, "empty.html", "junk.txt")
    assert done.returncode == 1, done.stderr
    assert "2 pages read: 0 changed, 0 unchanged, 2 rejected." in done.stdout
    assert "rejected: empty " in done.stdout
    assert "rejected: not text " in done.stdout
