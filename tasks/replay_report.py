"""Report of a replay: what it came to, and its telling as a line and as rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from tasks.load import Change

COLUMNS = ("kind", "events", "slot", "count")
"""What the rows of `differences` hold."""


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay came to, whether it was kept or only rehearsed."""

    run_id: UUID
    ruleset: str
    """Digest of the rules that the documents have been read under."""
    current: int
    """Documents that these rules had read before, and that were left alone."""
    changed: int
    """Documents that now tell other facts; a mention or a span that moved is enough."""
    confirmed: int
    """Documents that tell what they told before."""
    failed: int
    """Documents that could not be read; their former facts stay."""
    changes: Mapping[Change, int]
    """Events by what happened to them."""
    warnings: tuple[str, ...]
    seconds: float
    warehouse: Path | None
    """The published copy; null after a rehearsal."""

    @property
    def read(self) -> int:
        """Documents that were read anew."""
        return self.changed + self.confirmed + self.failed


def headline(done: Replay) -> str:
    """Return the replay in one line."""
    what = f"{done.changed} of {done.read} documents read anew tell other facts"
    return f"{what}: published at {done.warehouse}." if done.warehouse else f"{what}. Nothing was changed: a dry run."


def counts(done: Replay) -> list[tuple[str, str]]:
    """Return the replay as pairs of what was counted and the count."""
    events = dict.fromkeys(("added", "changed", "removed"), 0)
    for change, count in done.changes.items():
        if change.slot is None:
            events[change.change] += count
    speed = done.read / done.seconds if done.seconds else 0.0
    return [
        ("documents read anew", str(done.read)),
        ("documents: other facts", str(done.changed)),
        ("documents: the same facts", str(done.confirmed)),
        ("documents: not readable, left as they were", str(done.failed)),
        ("documents: left alone", str(done.current)),
        *((f"events: {change}", str(count)) for change, count in events.items()),
        ("rules", done.ruleset),
        ("seconds", f"{done.seconds:.1f}"),
        ("documents a second", f"{speed:.1f}"),
    ]


def differences(done: Replay) -> list[tuple[str, str, str, int]]:
    """Return what happened to events by kind: added, changed, removed; of the changed ones each slot that differs."""
    return [(c.kind, c.change, c.slot or "", count) for c, count in done.changes.items()]
