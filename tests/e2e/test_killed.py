"""The service, end to end, on loopback: worker and server are killed in the middle of a run, and nothing is lost."""

from collections.abc import Iterable
from typing import Any

from service.place import url
from service.process import commands_in
from tests.e2e.bench import Bench

EVERY = 10
"""Seconds between two scheduled runs of the ingest, here."""
MANY = 150
"""Pages that take long enough to be killed in the middle of."""


def test_a_run_that_is_killed_with_its_worker_loses_and_doubles_nothing(bench: Bench) -> None:
    bench.schedule("ingest-inbox", EVERY)
    stems = bench.drop(bench.inbox, range(100, 100 + MANY))
    (run,) = bench.wait_for("a run at work", lambda: _at_work(bench))
    bench.kill("worker")
    bench.wait_for("all pages", lambda: set(stems) <= set(bench.published()))
    assert bench.published() == stems
    assert [one["id"] for one in bench.runs("ingest-inbox", "Crashed")] == [run["id"]]
    assert f"Its process is gone.\n{url(bench.settings)}/runs/flow-run/{run['id']}" in bench.told.read_text()


def test_a_server_that_is_killed_in_the_middle_loses_no_work(bench: Bench) -> None:
    before = bench.published()
    stems = bench.drop(bench.inbox, range(300, 300 + MANY))
    bench.wait_for("a run at work", lambda: _at_work(bench))
    limits = "v2/concurrency_limits"
    bench.ask(f"{limits}/", {"name": "held", "limit": 1})
    held = bench.ask(f"{limits}/increment-with-lease", {"names": ["held"], "slots": 1, "lease_duration": 300})
    bench.kill("server")
    bench.wait_for("all pages", lambda: set(stems) <= set(bench.published()))
    assert bench.published() == [*before, *stems]
    bench.wait_for("the server", lambda: bench.ask(f"{limits}/filter", {}))
    bench.ask(f"{limits}/decrement-with-lease", {"lease_id": held["lease_id"]})  # refused where it were forgotten
    bench.wait_for("the limit", lambda: _free(bench.ask(f"{limits}/filter", {}) or (), "held"))
    bench.wait_for("the next run", lambda: bench.runs("ingest-inbox", "Completed"))


def test_a_planned_restart_alarms_nobody_and_one_whose_watcher_is_killed_is_ended(bench: Bench) -> None:
    before, told = bench.published(), bench.told.read_text()
    stems = bench.drop(bench.inbox, range(500, 500 + MANY))
    (run,) = bench.wait_for("a run at work", lambda: _at_work(bench))
    assert "sitrep: down" in bench.run("down")
    with bench.up() as process:
        bench.schedule("ingest-inbox", EVERY)  # what is deployed anew runs as it ships
        bench.wait_for("all pages", lambda: set(stems) <= set(bench.published()))
        assert bench.published() == [*before, *stems]
        assert run["id"] in [one["id"] for one in bench.runs("ingest-inbox", "Cancelled")]
        assert bench.told.read_text() == told
        groups = [bench.group("server"), bench.group("worker")]
        process.kill()
        process.wait()
        assert "`sitrep up` is gone" in bench.run("doctor")
        bench.run("down")
    # which of them it had to end is open: one may have ended by itself, as nobody takes what it says
    assert not [one for group in groups for one in commands_in(group) if "prefect" in one]
    assert "nothing was up" in bench.run("down")


def _free(limits: Iterable[dict[str, Any]], name: str) -> bool:
    """Tell whether nobody holds a limit."""
    return any(one["name"] == name and not one["active_slots"] for one in limits)


def _at_work(bench: Bench) -> list[dict[str, object]]:
    """Return the run that has begun to stage batches."""
    staged = list((bench.settings.data_dir / "staging").glob("*/batches/*"))
    return bench.runs("ingest-inbox", "Running") if staged else []
