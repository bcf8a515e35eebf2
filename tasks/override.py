"""Override: what a person says of events, that they tell one happening or two; and resolving without a load."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations
from typing import Literal
from uuid import uuid4

import duckdb

from resolution.cluster import pair
from settings import Settings
from tasks import statement
from tasks.check import check
from tasks.errors import UserError
from tasks.publish import publish
from tasks.resolve import resolve
from tasks.warehouse import require_warehouse, writing

Verdict = Literal["together", "apart"]


def override(keys: Sequence[str], verdict: Verdict | None, settings: Settings) -> int:
    """Record that the events tell one happening (`together`), or one each (`apart`), resolve anew and publish.

    Without a verdict what was said of them is forgotten. `keys` are ids of events, or how they begin. Returns how many
    pairs of events it is about.

    Raises:
        UserError: no warehouse, fewer than two events, a key that no event or more than one begins with, or another
            writer.
    """
    require_warehouse(settings)
    with writing(settings) as con:
        events = sorted({_event(con, key) for key in keys})
        if len(events) < 2:
            raise UserError("name two events or more: their ids, or how they begin")
        pairs = [pair(one, other) for one, other in combinations(events, 2)]
        con.execute("begin")
        try:
            con.execute(statement.text("queries", "override_forget"), {"events": events})
            if verdict:
                ones, others = zip(*pairs, strict=True)
                values = {"ones": list(ones), "others": list(others), "verdict": verdict}
                con.execute(statement.text("queries", "override_record"), values)
            _resolve(con, tuple(events))
        except BaseException:
            con.execute("rollback")
            raise
        con.execute("commit")
    publish(settings)
    return len(pairs)


def resolve_alone(settings: Settings) -> int:
    """Resolve what no run has looked at yet, and publish; return how many events that were.

    Raises:
        UserError: there is no warehouse, or another process holds it for too long.
    """
    require_warehouse(settings)
    with writing(settings) as con:
        con.execute("begin")
        try:
            looked_at = _resolve(con, ())
        except BaseException:
            con.execute("rollback")
            raise
        con.execute("commit")
    publish(settings)
    return looked_at


def _resolve(con: duckdb.DuckDBPyConnection, events: tuple[str, ...]) -> int:
    run_id, started = uuid4(), datetime.now(UTC)
    looked_at = resolve(con, run_id, events)
    check(con, run_id, ["fail"])
    values = {"run_id": run_id, "flow": "incidents", "started_at": started}
    con.execute(statement.text("queries", "override_run"), values)
    return looked_at


def _event(con: duckdb.DuckDBPyConnection, key: str) -> str:
    if not key:
        raise UserError("an empty id names no event: see `sitrep incidents` for the events of an incident")
    found: list[tuple[str]] = con.execute(statement.text("queries", "override_find"), {"key": key}).fetchall()
    if len(found) != 1:
        told = "no event's id begins" if not found else "the ids of several events begin"
        raise UserError(f"{told} with {key}: see `sitrep incidents` for the events of an incident")
    return found[0][0]
