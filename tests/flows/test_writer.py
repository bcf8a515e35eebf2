"""The turn to write: asked of a server that others share, and no load is lost for want of one."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows import writer

SHARED = {PREFECT_API_URL: "http://127.0.0.1:1/api"}


class Limit:
    """Stands for Prefect's limit: notes what is asked of it, and fails where it is told to."""

    def __init__(self, fails: str = "") -> None:
        self.asked: list[str] = []
        self._fails = fails

    @contextmanager
    def __call__(self, name: str, occupy: int, lease_duration: float) -> Iterator[None]:
        """Take and release a slot."""
        assert (name, occupy, lease_duration) == ("sitrep-writer", 1, writer.LEASE_SECONDS)
        self._note("taken")
        yield
        self._note("released")

    def _note(self, what: str) -> None:
        self.asked.append(what)
        if what == self._fails:
            raise httpx.ConnectError("the server is away")


def test_a_turn_is_held_as_long_as_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Limit()
    monkeypatch.setattr(writer, "concurrency", limit)
    with temporary_settings(SHARED), writer.turn():
        assert limit.asked == ["taken"]
    assert limit.asked == ["taken", "released"]


@pytest.mark.parametrize("fails", ["taken", "released"])
def test_a_server_that_is_away_stops_no_step(fails: str, monkeypatch: pytest.MonkeyPatch) -> None:
    limit, done = Limit(fails), []
    monkeypatch.setattr(writer, "concurrency", limit)
    with temporary_settings(SHARED), writer.turn():
        done.append("step")
    assert done == ["step"]
    assert limit.asked[-1] == fails


def test_the_error_of_a_step_comes_through_and_the_turn_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Limit()
    monkeypatch.setattr(writer, "concurrency", limit)
    with temporary_settings(SHARED), pytest.raises(OSError, match="disk full"), writer.turn():
        raise OSError("disk full")
    assert limit.asked == ["taken", "released"]


def test_a_server_of_this_process_alone_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Limit()
    monkeypatch.setattr(writer, "concurrency", limit)
    with temporary_settings(restore_defaults={PREFECT_API_URL}), writer.turn():
        assert limit.asked == []
