"""Health of the service: what the server says of itself, the worker, the deployments and the runs."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import requires, version
from typing import Any

from packaging.requirements import Requirement

from service import state
from service.api import RefusedError, SilentError, ask
from service.place import POOL, port_trouble, url
from service.recover import UNDER_WAY
from settings import Settings
from tasks.finding import Finding, fine

SILENT = timedelta(seconds=120)
"""After so long without a heartbeat a worker is dead: it sends one every 30 s."""
STUCK = timedelta(hours=6)
"""Longer than any run takes."""
LATE = timedelta(minutes=15)
RECENT = timedelta(hours=24)


def findings(settings: Settings) -> Iterator[Finding]:
    """Yield what there is to say of versions and of the service, all that is fine included."""
    yield from versions()
    yield (found := watched(settings))
    if not state.is_up(settings) and not state.left(settings):
        yield port(settings)
    elif found.level != "mind":
        yield from answers(settings)


def watched(settings: Settings) -> Finding:
    """Look whether `sitrep up` is at work on this data folder: a server that answers may be that of another one."""
    if not state.is_up(settings):
        if left := state.left(settings):
            says = f"`sitrep up` is gone, and nobody watches over what it started: {', '.join(left)}"
            return Finding("wrong", "service", says, "sitrep up, or sitrep down")
        return Finding("mind", "service", "it is not up", "sitrep up")
    found = state.watcher(settings)
    if found is None or not found.ready:
        return Finding("mind", "service", "it is starting", "look again in a minute")
    if found.url != url(settings):
        says = f"it is up at {found.url}, and these settings say {url(settings)}"
        return Finding("mind", "service", says, "set SITREP_SERVER_HOST and SITREP_SERVER_PORT as `sitrep up` had them")
    return fine("service", "`sitrep up` watches over it")


def answers(settings: Settings) -> Iterator[Finding]:
    """Look at what the server says, of itself and of what it serves."""
    try:
        yield _server(ask(settings, "admin/version"))
        for look in (worker, deployments, runs):
            yield from look(settings)
    except RefusedError as error:
        says = f"{url(settings)} asks for another password: {error}"
        yield Finding("wrong", "server", says, "set SITREP_SERVER_AUTH as `sitrep up` had it")
    except SilentError as error:
        do = "look into the logs in the data folder's `service`"
        yield Finding("wrong", "server", f"{url(settings)} does not answer: {error}", do)


def port(settings: Settings) -> Finding:
    """Look whether a server that is not up could have its port."""
    if found := port_trouble(settings):
        says, do = found
        return Finding("wrong", "port", says, do)
    return fine("port", f"{settings.server_port} is free")


def versions() -> Iterator[Finding]:
    """Look whether what is installed is what `pyproject.toml` asks for."""
    amiss = []
    for line in requires("sitrep") or ():
        wanted = Requirement(line)
        if (wanted.marker is None or wanted.marker.evaluate({"extra": ""})) and not wanted.specifier.contains(
            found := version(wanted.name), prereleases=True
        ):
            amiss.append(f"{wanted.name} is {found}, not {wanted.specifier}")
    if amiss:
        yield Finding("wrong", "versions", "; ".join(amiss), "make setup")
    else:
        yield fine(
            "versions", f"Python {sys.version_info.major}.{sys.version_info.minor}, Prefect {version('prefect')}"
        )


def _server(told: str) -> Finding:
    here = version("prefect")
    if told != here:
        return Finding("mind", "server", f"it runs Prefect {told}, this is {here}", "sitrep down; sitrep up")
    return fine("server", f"answers, with Prefect {told}")


def worker(settings: Settings) -> Iterator[Finding]:
    """Look whether a worker has said lately that it lives."""
    try:
        beats = [_moment(one["last_heartbeat_time"]) for one in ask(settings, f"work_pools/{POOL}/workers/filter", {})]
    except SilentError as error:
        yield Finding("wrong", "worker", f"no work pool {POOL}: {error}", "sitrep up")
        return
    age = datetime.now(UTC) - max(beats, default=datetime.min.replace(tzinfo=UTC))
    if age > SILENT:
        yield Finding("wrong", "worker", "none is alive: nothing that is scheduled runs", "sitrep up")
    else:
        yield fine("worker", f"alive {age.total_seconds():.0f} s ago")


def deployments(settings: Settings) -> Iterator[Finding]:
    """Look whether anything is deployed, and whether any of it is paused."""
    found = ask(settings, "deployments/filter", {})
    paused = sorted(one["name"] for one in found if one["paused"])
    if not found:
        yield Finding("wrong", "deployments", "there are none: nothing is scheduled", "sitrep up")
    elif paused:
        yield Finding("mind", "deployments", f"paused: {', '.join(paused)}", "prefect deployment schedule resume NAME")
    else:
        yield fine("deployments", f"{len(found)}, none paused")


def runs(settings: Settings) -> Iterator[Finding]:
    """Look for runs that do not end, that do not begin, and that failed lately."""
    now = datetime.now(UTC)
    under_way = _runs(settings, {"state": {"type": {"any_": UNDER_WAY}}})
    stuck = [one["name"] for one in under_way if now - _moment(one["expected_start_time"]) > STUCK]
    late = _runs(settings, {"state": {"name": {"any_": ["Late"]}}, "expected_start_time": _before(now - LATE)})
    bad = _runs(settings, {"state": {"type": {"any_": ["FAILED", "CRASHED"]}}, "end_time": _after(now - RECENT)})
    if stuck:
        yield Finding("wrong", "runs under way", f"without an end: {', '.join(stuck)}", "cancel them in the interface")
    else:
        yield fine("runs under way", str(len(under_way)))
    if late:
        yield Finding("wrong", "late runs", f"{len(late)} wait for a worker", "is the worker alive, or at its limit?")
    if bad:
        names = ", ".join(sorted({f"{one['name']} ({one['state_name']})" for one in bad})[:5])
        yield Finding("mind", "failed runs", f"{len(bad)} in the last day: {names}", f"see {url(settings)}/runs")


def _runs(settings: Settings, wanted: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(settings, "flow_runs/filter", {"flow_runs": wanted, "limit": 200})
    return found


def _before(moment: datetime) -> dict[str, str]:
    return {"before_": moment.isoformat()}


def _after(moment: datetime) -> dict[str, str]:
    return {"after_": moment.isoformat()}


def _moment(told: str) -> datetime:
    return datetime.fromisoformat(told)
