"""The service, end to end, on loopback: a real server, work pool and worker, and what is scheduled."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests.e2e.bench import PATIENCE, Bench
from tests.e2e.browser import BROWSER, browse

DEPLOYED = {"ingest-inbox", "harvest", "harvest-local", "publish", "replay", "maintain", "export", "check"}
EVERY = 20
"""Seconds between two scheduled runs of the ingest, here."""
SCREENSHOT = Path(__file__).resolve().parents[2] / "docs" / "interface.png"
"""Shown in `docs/operations.md`; taken anew where it was removed."""


def test_all_that_is_in_prefect_yaml_is_deployed(bench: Bench) -> None:
    assert {one["name"] for one in bench.ask("deployments/filter", {})} == DEPLOYED
    assert bench.ask("work_pools/sitrep")["type"] == "process"
    assert bench.ask("v2/concurrency_limits/sitrep-writer")["limit"] == 1
    assert len(bench.ask("automations/filter", {})) == 1  # the trigger of `publish`
    assert "already up" in bench.run("up")


def test_a_dropped_page_is_published_by_a_scheduled_run_within_a_minute(bench: Bench) -> None:
    bench.schedule("ingest-inbox", EVERY)
    began = monotonic()
    bench.drop(bench.inbox, [1])
    bench.wait_for("the page in the published copy", lambda: bench.published() == ["page-0001"])
    print(f"published after {monotonic() - began:.0f} s")


def test_a_publication_follows_a_load(bench: Bench) -> None:
    (run, *_) = bench.wait_for("a triggered run", lambda: bench.runs("publish", "Completed"))
    assert run["created_by"]["type"] == "AUTOMATION"
    loaded = bench.wait_for("the run that loaded", lambda: bench.runs("ingest-inbox", "Completed"))
    assert run["parameters"]["after"] in [one["id"] for one in loaded]


def test_the_doctor_finds_nothing_wrong(bench: Bench) -> None:
    told = bench.run("doctor")
    assert "wrong " not in told
    assert {"worker", "server", "deployments"} <= {line.split()[1] for line in told.splitlines() if "fine" in line}


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here: the interface is not looked at")
def test_the_artifact_of_a_run_is_rendered(bench: Bench, tmp_path: Path) -> None:
    wanted = {"artifacts": {"key": {"any_": ["ingest"]}}}
    left = bench.wait_for("the artifact", lambda: bench.ask("artifacts/filter", wanted))
    first = min(left, key=lambda one: one["created"])
    address = f"http://127.0.0.1:{bench.settings.server_port}/artifacts/artifact/{first['id']}"
    shown = browse(address, tmp_path / "profile", taken := tmp_path / SCREENSHOT.name)
    assert "1 new document" in shown
    assert "<table" in shown
    assert taken.stat().st_size > 10_000
    if not SCREENSHOT.exists():
        shutil.copyfile(taken, SCREENSHOT)


def test_two_runs_at_once_take_turns(bench: Bench, tmp_path: Path) -> None:
    bench.pause("ingest-inbox")
    before = bench.published()
    for name in "ab":
        (tmp_path / name).mkdir()
    one, other = (bench.drop(tmp_path / name, numbers) for name, numbers in (("a", [500, 501]), ("b", [501, 502])))
    api = {"PREFECT_API_URL": f"http://127.0.0.1:{bench.settings.server_port}/api"}
    both = [bench.start("ingest", str(tmp_path / name), **api) for name in ("a", "b")]
    said = [run.communicate(timeout=PATIENCE)[0] for run in both]
    assert [run.returncode for run in both] == [0, 0], said
    assert bench.published() == [*before, *sorted({*one, *other})]


def test_runs_that_were_missed_are_merged_into_one(bench: Bench) -> None:
    bench.pause("ingest-inbox")
    under_way = ("Running", "Pending")  # such a run has seen what is in the inbox, and would take their place
    bench.wait_for("an idle inbox", lambda: not bench.runs("ingest-inbox", *under_way))
    before = bench.published()
    stems = bench.drop(bench.inbox, range(600, 620))
    missed = [_missed(bench, minutes) for minutes in range(5, 35, 5)]  # as after half an hour without a worker
    wanted = {"flow_runs": {"id": {"any_": missed}}}
    ended = bench.wait_for("their end", lambda: _ended(bench.ask("flow_runs/filter", wanted)))
    assert len(ended) == len(missed)
    assert ended.count("Completed") >= 1
    assert ended.count("Cancelled") >= len(missed) - 2
    bench.wait_for("all pages", lambda: set(stems) <= set(bench.published()))
    assert bench.published() == [*before, *stems]


def _missed(bench: Bench, minutes: int) -> str:
    """Have a run that should have begun so many minutes ago, and return its id."""
    due = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()
    body = {"state": {"type": "SCHEDULED", "state_details": {"scheduled_time": due}}}
    path = f"deployments/{bench.deployment('ingest-inbox')['id']}/create_flow_run"
    return str(bench.wait_for("a run", lambda: bench.ask(path, body))["id"])


def _ended(runs: list[dict[str, Any]] | None) -> list[str]:
    """Return the states of runs; none before all have ended."""
    states = [run["state_name"] for run in runs or []]
    return states if {"Completed", "Cancelled"}.issuperset(states) else []
