"""Ctrl-C in the middle of a run: one line, exit code 130, nothing loaded, nothing left behind."""

import os
import signal
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

PAGE = "Patrol finds cache near Teluk {n}\n\nSoldiers found {n} mortar shells in a cache near the village of Teluk.\n"


@pytest.mark.parametrize(
    ("way", "whole_group"),
    [([], True), (["--orchestrated"], False), (["--orchestrated"], True)],
    ids=["at once", "as a flow, one process", "as a flow, as a terminal does"],  # at once there is one in the group
)
def test_an_interrupted_run_loads_nothing(way: list[str], whole_group: bool, home: Path, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for n in range(200):
        (tmp_path / "pages" / f"{n}.txt").write_text(PAGE.format(n=n), "utf-8")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("SITREP_", "PREFECT_"))}
    process = subprocess.Popen(
        [sys.executable, "-c", "from cli.main import main; main()", "ingest", *way, "pages"],
        cwd=tmp_path,
        env={**clean, "PREFECT_HOME": str(home), "SITREP_BATCH_SIZE": "10"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    told = list(takewhile(lambda line: line != "clean and extract: 0 of 200 pages\n", process.stderr))
    if whole_group:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    out, rest = process.communicate(timeout=60)
    assert process.returncode == 130, [*told, rest]
    assert [line for line in rest.splitlines() if not line.startswith("clean and extract")] == [
        "sitrep: interrupted; what was under way was not loaded."
    ]
    assert out == ""
    assert not (tmp_path / "data" / "published").exists()
    if not (whole_group and way):  # ended by force there; the next run sweeps
        assert list((tmp_path / "data" / "staging").iterdir()) == []
