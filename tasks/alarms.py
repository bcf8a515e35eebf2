"""Alarms: which findings are to be told now: what is newly wrong, what still is a day later, and what is over."""

import json
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from settings import Settings
from tasks.finding import Finding
from tasks.folder import data_folder

AGAIN_AFTER = 86_400.0
"""Seconds after which what is still wrong is told again."""


def to_tell(found: Sequence[Finding], settings: Settings) -> list[str]:
    """Return the lines that are due, and remember that they were told."""
    path = data_folder(settings) / "alarms.json"
    now, before = time.time(), _read(path)
    wrong = {one.what: one for one in found if one.level == "wrong"}
    due = [one for what, one in wrong.items() if now - before.get(what, 0.0) >= AGAIN_AFTER]
    told = {what: now if wrong[what] in due else before[what] for what in wrong}
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(told))
    draft.replace(path)
    return [
        *(f"{one.what}: {one.says}; {one.do}" for one in due),
        *(f"{w}: well again" for w in before if w not in wrong),
    ]


def _read(path: Path) -> dict[str, float]:
    with suppress(OSError, ValueError):
        return {str(what): float(at) for what, at in json.loads(path.read_text()).items()}
    return {}
