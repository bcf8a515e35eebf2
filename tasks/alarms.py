"""Alarms: which findings are to be told now: what is newly wrong, what still is a day later, and what is over."""

import json
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from settings import Settings
from tasks.finding import Finding
from tasks.folder import data_folder
from tasks.notify import notify

AGAIN_AFTER = 86_400.0
"""Seconds after which what is still wrong is told again."""


def tell(found: Sequence[Finding], settings: Settings) -> tuple[str, ...]:
    """Tell what is due, and remember it where that reached anyone; return what went wrong with that, a line each."""
    path = data_folder(settings) / "alarms.json"
    now, before = time.time(), _read(path)
    wrong = [one for one in found if one.level == "wrong"]
    due = {one.what for one in wrong if now - before.get(one.what, 0.0) >= AGAIN_AFTER}
    lasting = {one.what for one in wrong}
    lines = [
        *(f"{one.what}: {one.says}; {one.do}" for one in wrong if one.what in due),
        *(f"{what}: well again" for what in before if what not in lasting),
    ]
    if not lines:
        return ()
    troubles = notify("sitrep: what is wrong", "\n".join(lines), settings)
    if len(troubles) < bool(settings.notify_url.get_secret_value()) + bool(settings.notify_command):
        _write(path, {what: now if what in due else before[what] for what in lasting})
    return troubles


def _read(path: Path) -> dict[str, float]:
    with suppress(OSError, ValueError):
        return {str(what): float(at) for what, at in json.loads(path.read_text()).items()}
    return {}


def _write(path: Path, told: dict[str, float]) -> None:
    draft = path.with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(told))
    draft.replace(path)
