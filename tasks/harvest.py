"""Harvest: the steps from outlets to the published warehouse: find links, fetch, archive, record, ingest."""

import fcntl
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from settings import Settings
from tasks.errors import UserError
from tasks.folder import data_folder, private
from tasks.ingest import Engine, ingest
from tasks.publish import publish
from tasks.report import Report
from tasks.watch import tell
from tasks.web import ledger
from tasks.web.archive import archive_folder, lists_of, pending, settle
from tasks.web.errand import Errand, Harvested, Wish
from tasks.web.outlet import Outlet, chosen
from tasks.web.robots import Robots
from tasks.web.turn import Hosts

P = ParamSpec("P")
R = TypeVar("R")

AGENT = "Sitrep/0.1"
OUTLETS_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a run came to: its outlets, and the main job's report on what they brought; null where that was nothing."""

    outlets: tuple[Harvested, ...]
    report: Report | None = None


def harvest(names: Sequence[str], wish: Wish, settings: Settings, engine: Engine) -> Harvest:
    """Fetch what outlets offer and ingest it, with what a killed run had fetched before.

    Raises:
        UserError: an outlet that is not there, no contact set, or an outlet that another run is harvesting.
        OSError: the data folder cannot be written.
    """
    found = chosen(settings.sources_dir, names)
    agents = {outlet.name: agent(outlet, settings) for outlet in found}

    def step(name: str, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        tell(name)
        return engine.call(name, function, *args, **kwargs)

    with alone(found, settings):
        fetched = step("fetch", fetch_all, found, agents, wish, settings)
        report = step("take in", take_in, found, settings, engine) if not wish.dry_run else None
    return Harvest(tuple(fetched), report)


def agent(outlet: Outlet, settings: Settings) -> str:
    """Return the name under which an outlet is asked, with the contact that its publisher can write to.

    Raises:
        UserError: no contact is set, and the outlet is on the public network.
    """
    if not settings.contact and not outlet.local:
        raise UserError("no contact is set: say SITREP_CONTACT=you@example.org, so that publishers can reach you")
    return f"{AGENT} (+{settings.contact})" if settings.contact else AGENT


@contextmanager
def alone(outlets: Sequence[Outlet], settings: Settings) -> Iterator[None]:
    """Hold outlets against other runs on this data folder.

    Raises:
        UserError: another run is harvesting one of them.
    """
    folder = private(data_folder(settings) / "harvest")
    files = [(folder / f"{outlet.name}.lock").open("wb") for outlet in outlets]
    try:
        for outlet, file in zip(outlets, files, strict=True):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UserError(f"{outlet.name} is being harvested by another run: try again when it is done") from None
        yield
    finally:
        for file in files:
            file.close()


def take_in(outlets: Sequence[Outlet], settings: Settings, engine: Engine) -> Report | None:
    """Record the archives that are not all in the warehouse yet, and ingest their pages; null where there are none."""
    folder = archive_folder(settings)
    pages = [(archive, outlet) for outlet in outlets for archive in pending(folder, outlet.name)]
    lists = [(archive, outlet) for outlet in outlets for archive in pending(folder, lists_of(outlet))]
    added = [row for archive, outlet in (*lists, *pages) for row in ledger.rows(archive, outlet)]
    if added:
        ledger.record(added, settings)
    report = ingest([str(archive) for archive, _ in pages], settings, engine) if pages else None
    if report is None and ledger.is_news(added, outlets, settings):
        engine.call("publish", publish, settings)  # so that the next run asks only for what has changed
    for archive, _ in (*lists, *pages):
        settle(archive)
    return report


def fetch_all(outlets: Sequence[Outlet], agents: dict[str, str], wish: Wish, settings: Settings) -> list[Harvested]:
    """Fetch what each outlet offers, several outlets at a time."""
    hosts, robots = Hosts(settings.data_dir / "harvest" / "hosts"), Robots(settings.data_dir / "harvest" / "robots")
    with ThreadPoolExecutor(OUTLETS_AT_ONCE) as threads:
        runs = [Errand(outlet, agents[outlet.name], hosts, robots, wish, settings) for outlet in outlets]
        return list(threads.map(Errand.run, runs))
