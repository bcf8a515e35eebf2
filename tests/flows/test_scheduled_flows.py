"""The flows of the night and of the week against an ephemeral server."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from prefect import flow
from prefect.artifacts import Artifact

from flows.export import export
from flows.ingest import Tasks
from flows.maintain import maintain
from flows.publish import publish as publish_flow
from flows.replay import replay
from settings import Settings
from tasks.backup import backups
from tasks.check import CheckError
from tasks.errors import UserError
from tasks.publish import publish
from tasks.replay_report import Replay
from tasks.warehouse import make_warehouse, reading, work_path
from tests.flows.conftest import SOCKETS
from tests.sql.conftest import take
from tests.sql.invented import success

pytestmark = [SOCKETS, pytest.mark.usefixtures("api", "here", "settings")]


@pytest.fixture
def loaded(settings: Settings, empty: Callable[[Settings], None], tmp_path: Path) -> Settings:
    """One document, loaded and not published."""
    empty(settings)
    take(settings, tmp_path / "staged", [success()])
    return settings


def test_the_warehouse_is_backed_up_and_then_written_anew(loaded: Settings) -> None:
    before = work_path(loaded).stat().st_ino
    state = maintain(return_state=True)
    assert state.is_completed(), state.message
    (made,) = backups(loaded)
    assert (made.documents, made.amiss) == (1, "")
    assert str(state.message).startswith(f"Backed up as {made.name}; ")
    assert work_path(loaded).stat().st_ino != before
    listed = Artifact.get("backups")
    assert listed is not None
    assert json.loads(str(listed.data)) == [{"name": made.name, "documents": 1, "bytes": made.size}]


def test_stored_documents_are_read_anew_and_published(loaded: Settings) -> None:
    done = replay(every=True)
    assert isinstance(done, Replay)
    assert done.read == 1
    assert Artifact.get("replay") is not None
    with reading(loaded) as con:
        assert con.execute("select source_uri from documents").fetchall() == [("a.txt",)]


def test_what_came_in_the_last_week_is_written_for_analysts(loaded: Settings) -> None:
    publish(loaded)
    state = export(return_state=True)
    assert state.is_completed(), state.message
    listed = Artifact.get("export")
    assert listed is not None
    rows = {Path(one["file"]).name: one["rows"] for one in json.loads(str(listed.data))}
    assert rows == {"events.xlsx": 1, "incidents.xlsx": 1, "contested.xlsx": 0}
    (folder,) = loaded.export_dir.iterdir()
    assert rows.keys() <= {path.name for path in folder.iterdir()}


def test_what_is_loaded_and_not_published_is_published_with_a_link_to_who_loaded(loaded: Settings) -> None:
    assert publish_flow(after=UUID(int=1), return_state=True).is_completed()
    with reading(loaded) as con:
        assert con.execute("select source_uri from documents").fetchall() == [("a.txt",)]
    told = Artifact.get("publish")
    assert told is not None
    assert str(told.data).startswith("Published to ")
    assert f"/runs/flow-run/{UUID(int=1)})" in str(told.data)
    assert publish_flow(return_state=True).message == "The published copy holds all that is loaded."


def test_a_step_is_tried_again_unless_rows_must_not_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.ingest.RETRY_SECONDS", 0.0)
    tries: list[str] = []

    def failing(error: Exception) -> str:
        tries.append(str(error))
        if len(tries) == 2:
            return "done"
        raise error

    @flow
    def job(error: type[Exception], what: str) -> str:
        return Tasks(1).call("load", failing, error(what))

    assert job(UserError, "locked") == "done"
    assert tries == ["locked", "locked"]
    tries.clear()
    with pytest.raises(CheckError):
        job(CheckError, "no owner")
    assert tries == ["no owner"]


def test_before_the_first_load_they_are_a_quiet_success(settings: Settings) -> None:
    for job, says in ((maintain, "loaded"), (replay, "loaded"), (export, "published")):
        state = job(return_state=True)
        assert state.is_completed()
        assert state.message == f"Nothing was {says} yet."
    make_warehouse(settings)  # as a first run that was interrupted leaves it
    assert maintain(return_state=True).message == "Nothing was loaded yet."
    assert not settings.backup_dir.exists()
    assert not settings.export_dir.exists()
