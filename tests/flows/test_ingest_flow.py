"""The flow against an ephemeral server: it runs, and leaves its artifacts."""

import json
from pathlib import Path

import pytest
from prefect.artifacts import Artifact
from prefect.exceptions import ParameterTypeError

from flows.ingest import ingest
from settings import Settings
from tasks.report import Report, headline
from tests.flows.conftest import SOCKETS

pytestmark = SOCKETS

PAGE = """Villagers leave Ormek after shelling

Shelling hit the village of Ormek on Tuesday and wounded six people, a local council member said.

About 200 families left their homes for the hills to the east, the council member said. He asked aid agencies for tents
and drinking water before the first snow, which is expected within days.
"""


@pytest.mark.usefixtures("api", "settings")
def test_the_flow_reads_pages_and_leaves_both_artifacts(tmp_path: Path) -> None:
    (tmp_path / "ormek.txt").write_text(PAGE, "utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    report = ingest([str(tmp_path / "ormek.txt"), str(tmp_path / "empty.html")])
    assert isinstance(report, Report)
    assert (report.pages, report.new, dict(report.rejected)) == (2, 1, {"empty": 1})
    assert report.warehouse.is_file()
    told, counted = Artifact.get("ingest"), Artifact.get("ingest-counts")
    assert told is not None
    assert told.description == headline(report)
    assert "| rejected: empty | 1 |" in str(told.data)
    assert counted is not None
    assert {"what": "documents: new", "count": "1"} in json.loads(str(counted.data))


@pytest.mark.usefixtures("api")
def test_an_empty_inbox_is_a_quiet_success(settings: Settings) -> None:
    state = ingest(return_state=True)
    assert state.is_completed()
    assert str(settings.inbox) in str(state.message)
    assert not (settings.data_dir / "published").exists()


def test_parameters_are_checked_before_anything_runs() -> None:
    with pytest.raises(ParameterTypeError):
        ingest.validate_parameters({"paths": 5})
    with pytest.raises(ParameterTypeError):
        ingest.validate_parameters({"batch_size": 0})
