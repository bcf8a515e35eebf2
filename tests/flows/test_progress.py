from typing import Any

import pytest

from flows import progress
from flows.progress import EVERY, Progress


def test_a_long_run_tells_now_and_then_and_at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, float, str]] = []
    clock = [0.0]

    def create(share: float, description: str) -> str:
        told.append(("made", share, description))
        return "id"

    def update(artifact: Any, share: float, description: str) -> None:
        told.append((artifact, share, description))

    monkeypatch.setattr(progress, "create_progress_artifact", create)
    monkeypatch.setattr(progress, "update_progress_artifact", update)
    monkeypatch.setattr(progress, "monotonic", lambda: clock[0])
    watch = Progress()
    for done in range(0, 41, 10):
        watch("clean and extract", done, 40, "pages")
        watch("load", 0, None, "pages")
        clock[0] += 0.6 * EVERY
    assert told == [
        ("made", 50.0, "clean and extract: 20 of 40 pages"),
        ("id", 100.0, "clean and extract: 40 of 40 pages"),
    ]


def test_a_short_run_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "create_progress_artifact", lambda *_: pytest.fail("made"))
    watch = Progress()
    watch("clean and extract", 0, 2, "pages")
    watch("clean and extract", 2, 2, "pages")
