"""The flows of the night against an ephemeral server."""

import json
from pathlib import Path

import pytest
from prefect.artifacts import Artifact

from flows.maintain import maintain
from flows.replay import replay
from settings import Settings
from tasks.backup import backups
from tasks.replay_report import Replay
from tasks.warehouse import reading, work_path
from tests.sql.conftest import take
from tests.sql.invented import success

# Prefect leaves it to the garbage collector to close the sockets of its clients.
pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed <socket.socket:ResourceWarning"),
    pytest.mark.usefixtures("api", "here"),
]


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SITREP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("SITREP_WORKERS", "1")
    return Settings()


def test_the_warehouse_is_backed_up_and_then_written_anew(settings: Settings, tmp_path: Path) -> None:
    take(settings, tmp_path / "staged", [success()])
    before = work_path(settings).stat().st_ino
    state = maintain(return_state=True)
    assert state.is_completed(), state.message
    (made,) = backups(settings)
    assert (made.documents, made.amiss) == (1, "")
    assert str(state.message).startswith(f"Backed up as {made.name}; ")
    assert work_path(settings).stat().st_ino != before
    listed = Artifact.get("backups")
    assert listed is not None
    assert json.loads(str(listed.data)) == [{"name": made.name, "documents": 1, "bytes": made.size}]


def test_stored_documents_are_read_anew_and_published(settings: Settings, tmp_path: Path) -> None:
    take(settings, tmp_path / "staged", [success()])
    done = replay(every=True)
    assert isinstance(done, Replay)
    assert done.read == 1
    assert Artifact.get("replay") is not None
    with reading(settings) as con:
        assert con.execute("select source_uri from documents").fetchall() == [("a.txt",)]


def test_before_the_first_load_they_are_a_quiet_success(settings: Settings) -> None:
    for state in (maintain(return_state=True), replay(return_state=True)):
        assert state.is_completed()
        assert state.message == "Nothing was loaded yet."
    assert not settings.backup_dir.exists()
