"""`sitrep ingest` without an API, from the shell and then in this process: what it prints and how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import main

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


@pytest.fixture
def again(
    here: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """The same in this process: returns how it ends and what it prints."""
    for name in [name for name in os.environ if name.startswith(("SITREP_", "PREFECT_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    monkeypatch.chdir(tmp_path)

    def run(*paths: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["sitrep", "ingest", *paths])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), capsys.readouterr().out

    return run


def test_a_second_run_adds_nothing_and_says_so_and_a_changed_page_is_said_to_be_changed(
    tmp_path: Path, again: Callable[..., tuple[int, str]]
) -> None:
    (tmp_path / "ormek.txt").write_text(PAGE, "utf-8")
    first = ingest(tmp_path, "ormek.txt")
    code, second = again("ormek.txt")
    assert first.returncode == 0, first.stderr
    assert code == 0
    assert "1 new document, " in first.stdout
    assert "0 new documents, 0 new events; 1 page read: 0 changed, 1 unchanged, 0 rejected." in second
    assert "warehouse: data/published/current/warehouse.duckdb" in second
    assert first.stderr.splitlines()[0] == "find sources"
    (tmp_path / "ormek.txt").write_text(PAGE.replace("three soldiers", "four soldiers"), "utf-8")
    assert "1 page read: 1 changed, 0 unchanged, 0 rejected." in again("ormek.txt")[1]


def test_nothing_readable_ends_with_1_and_names_the_reasons(
    tmp_path: Path, again: Callable[..., tuple[int, str]]
) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 8)
    code, said = again("empty.html", "junk.txt")
    assert code == 1
    assert "2 pages read: 0 changed, 0 unchanged, 2 rejected." in said
    assert "rejected: empty " in said
    assert "rejected: not text " in said
