"""Resolve: events that tell one happening into incidents, the new and changed ones with all that they touch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal
from uuid import UUID

import duckdb
import polars as pl

from resolution import kinds
from resolution.cluster import Pair, Rulings, cluster, pair
from resolution.compare import Parts
from resolution.identity import Identified, events_of, identify
from resolution.incident import incident
from resolution.link import link
from resolution.report import Report
from tasks import statement
from tasks.copies import find_copies
from tasks.frame import run
from tasks.identifier import identifier
from tasks.incident_rows import Named, figures_frame, incidents_frame, links_frame, reports_frame
from tasks.memory import shed
from tasks.page import NAMESPACE
from tasks.reports import read_reports

PORTION = 10_000
"""Events that are resolved in one go: what is held in memory grows with it."""
OCTAD = 900
"""Events that share a place, eight days and a group of kinds, above which that tells nothing."""
BLOCK = 300
"""The same of what is of no day, such as an operation."""
UNDATED = 40
"""The same where one of two events is not dated: a place and a kind, or a figure in a province."""
EACH = 50
"""Most events that one is compared with. Few share blocks with so many: above it, what came first decides as well."""

Cause = Literal["reports", "override"]


def resolve(con: duckdb.DuckDBPyConnection, run_id: UUID, ruled: Sequence[str] = ()) -> int:
    """Bring the incidents up to date with the events and the overrides; return how many events were looked at.

    To be called within a transaction. `ruled` are events of which a person has just said something. The outcome is the
    same in whatever order and portions documents came, below the limits above: what is touched is clustered anew from
    its events.
    """
    find_copies(con)
    members = kinds.members()
    groups = {"kinds": [kind for kind, _ in members], "kind_groups": [group for _, group in members]}
    values = {**groups, "ruled": list(ruled)}
    cause: Cause = "override" if ruled else "reports"
    for step in ("010_kind_groups", "020_event_keys", "030_stale", "040_waiting"):
        run(con, "resolve", step, values)
    looked_at = 0
    while True:  # once also where no event is new: some may have gone
        run(con, "resolve", "050_portion", {"most": PORTION})
        portion = {event for (event,) in _ask(con, "resolve_portion")}
        reports = _link(con, run_id)
        _settle(con, portion, reports, {"run_id": run_id, "cause": cause})
        run(con, "resolve", "120_done")
        looked_at += len(portion)
        if len(portion) < PORTION:
            return looked_at


def _ask(con: duckdb.DuckDBPyConnection, query: str, **values: Any) -> list[tuple[Any, ...]]:
    return con.execute(statement.text("queries", query), values or None).fetchall()


def _link(con: duckdb.DuckDBPyConnection, run_id: UUID) -> dict[str, Report]:
    """Compare the events of the portion with all that may tell the same, and keep what is alike; return all of them."""
    for step in ("055_met", "060_candidates"):
        run(con, "resolve", step, {"octad": OCTAD, "block": BLOCK, "undated": UNDATED, "each": EACH})
    reports = read_reports(con)
    links = link(reports, _pairs(con))
    run(con, "resolve", "065_links", {"run_id": run_id}, found_links=links_frame(links))
    return reports


def _pairs(con: duckdb.DuckDBPyConnection) -> Iterator[Pair]:
    """Yield the pairs to compare; they are many, and few are kept."""
    result = con.execute(statement.text("queries", "resolve_pairs"))
    while rows := result.fetchmany(5_000):
        yield from ((one, other) for one, other in rows)


def _settle(
    con: duckdb.DuckDBPyConnection, portion: set[str], known: Mapping[str, Report], values: Mapping[str, Any]
) -> None:
    """Cluster what is touched, and write the incidents that are not as they were. `known` need not be read again."""
    for step in ("070_touched", "080_standing"):
        run(con, "resolve", step)
    read = read_reports(con)
    reports = {event: read.get(event) or known[event] for (event,) in _ask(con, "resolve_touched")}
    links = {(one, other): Parts(*parts) for one, other, *parts in _ask(con, "resolve_links")}
    groups = cluster(reports, links, _rulings(con))
    before: dict[str, str] = dict(_ask(con, "resolve_before"))
    fresh = _fresh_ids(con, groups)
    identified = identify(groups, before, lambda group: fresh[group[0]])
    found = list(_changed(groups, identified, before, portion, reports, links))
    shed(con)  # the keys of blocks are done with, and stay until the transaction ends
    _write(con, found, identified, values)


def _rulings(con: duckdb.DuckDBPyConnection) -> Rulings:
    said = [(verdict, pair(one, other)) for verdict, one, other in _ask(con, "resolve_rulings")]
    together, apart = (frozenset(ids for verdict, ids in said if verdict == name) for name in ("together", "apart"))
    return Rulings(together, apart)


def _fresh_ids(con: duckdb.DuckDBPyConnection, groups: Sequence[Sequence[str]]) -> dict[str, str]:
    """Return an id for each group, by its first event, that no incident has or had."""
    ids: dict[str, str] = {}
    todo, turn = [group[0] for group in groups], 1
    while todo:
        named = {event: identifier(NAMESPACE.bytes, f"incident {event} {turn}") for event in todo}
        used = {name for (name,) in _ask(con, "resolve_used", ids=list(named.values()))}
        ids |= {event: name for event, name in named.items() if name not in used}
        todo, turn = [event for event, name in named.items() if name in used], turn + 1
    return ids


def _changed(
    groups: Sequence[Sequence[str]],
    identified: Identified,
    before: Mapping[str, str],
    portion: set[str],
    reports: Mapping[str, Report],
    links: Mapping[Pair, Parts],
) -> Iterable[Named]:
    """Yield the incidents whose reports are others than before, or say something else."""
    had = events_of(before)
    for group, incident_id in zip(groups, identified.ids, strict=True):
        if had.get(incident_id) != set(group) or not portion.isdisjoint(group):
            yield Named(incident_id, incident([reports[event] for event in group], links))


def _write(
    con: duckdb.DuckDBPyConnection, found: Sequence[Named], identified: Identified, values: Mapping[str, Any]
) -> None:
    reports = reports_frame(found)
    gone = [fate.incident_id for fate in identified.fates if fate.incident_id not in identified.ids]
    rewritten = pl.DataFrame(
        {"incident_id": [*(named.incident_id for named in found), *gone]}, {"incident_id": pl.String}
    )
    fates = pl.DataFrame(identified.fates, dict.fromkeys(("incident_id", "change", "other"), pl.String), orient="row")
    run(con, "resolve", "090_rewritten", rewritten=rewritten, found_reports=reports)
    figures = {"found_incidents": incidents_frame(found), "found_figures": figures_frame(found)}
    run(con, "resolve", "100_written", values, found_reports=reports, **figures)
    run(con, "resolve", "110_changes", values, fates=fates)
