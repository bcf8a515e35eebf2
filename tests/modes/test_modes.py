"""The same pages make the same warehouse, however the work is done."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

import pytest

from settings import Settings
from tasks.ingest import AtOnce, ingest
from tasks.replay import replay
from tasks.warehouse import reading
from tests.modes.digests import digests

SAMPLES = Path(__file__).parents[2] / "samples"
BY_ARRIVAL = {
    "incident_id": "an incident keeps the id that it had when its first reports came",
    "id": "the same, in the view that bears UCDP's names",
}
"""Columns that tell in what order reports came, which in one pass is one order and in many another."""

Found = Mapping[str, tuple[int, int]]


def done(folder: Path, **values: object) -> Settings:
    settings = Settings.model_validate({"data_dir": folder, **values})
    ingest([str(SAMPLES)], settings, AtOnce())
    return settings


def outlets() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if path.suffix not in (".md", ".py", ".yaml"))


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """One worker, one pass, one batch."""
    return done(tmp_path_factory.mktemp("one") / "data", workers=1)


@pytest.fixture(scope="module")
def alone(one: Settings) -> Found:
    return digests(one)


def test_there_is_something_to_compare(alone: Found) -> None:
    assert alone["documents"][0] > 40
    assert alone["events"][0] > 150
    assert len(alone) > 50
    assert len({digest for rows, digest in alone.values() if rows}) == len([1 for rows, _ in alone.values() if rows])


def test_two_workers_and_small_batches(tmp_path: Path, alone: Found) -> None:
    assert digests(done(tmp_path / "data", workers=2, batch_size=3)) == alone


def test_a_dask_cluster(tmp_path: Path, alone: Found) -> None:
    assert digests(done(tmp_path / "data", workers=2, batch_size=10, runner="dask")) == alone


def test_many_loads_and_many_passes(here: None, tmp_path: Path, one: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.steps.PORTION", 10)
    found = Settings(data_dir=tmp_path / "data", batch_size=5)
    for outlet in outlets():
        ingest([str(outlet)], found, AtOnce())
    assert _together(found) == _together(one)
    assert digests(found, columns=BY_ARRIVAL) == digests(one, columns=BY_ARRIVAL)


def test_every_document_read_anew(alone: Found, one: Settings) -> None:
    """Comes last: it writes to the warehouse that the others are compared with."""
    assert replay(one, AtOnce(), every=True).confirmed == alone["documents"][0]
    assert digests(one) == alone


def _together(settings: Settings) -> list[tuple[list[UUID]]]:
    query = "select list(event_id order by event_id) as told from incident_reports group by incident_id order by told"
    with reading(settings) as con:
        return con.execute(query).fetchall()
