"""`sitrep lake`: the tables as Parquet by month, and every view over them says what it says of the one file."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import main
from settings import Settings
from tasks.publish import publish
from tasks.warehouse import reading
from tests.modes.digests import columns_of, whole
from tests.sql.conftest import take
from tests.sql.invented import arrest, clash, success

ARRESTED = "Soldiers arrested eight men of the Islamic State in Qaim on Monday."

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("lake")
    made = Settings(data_dir=folder / "data")
    march, april = (datetime(2020, month, 2, tzinfo=UTC) for month in (3, 4))
    told = [
        success(
            "a.txt",
            ARRESTED,
            arrest,
            None,
            published_at=march,
        ),
        success("b.txt", "Two gunmen were killed near Mosul.", clash, None, published_at=april, site="Other Post"),
        success("c.txt", "Two gunmen were killed close to Mosul on Monday.", clash, None),
    ]
    take(made, folder, told)
    publish(made)
    return made


@pytest.fixture
def run(data: Settings, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SITREP_DATA_DIR", str(data.data_dir))
    return lambda *words: CliRunner().invoke(main.app, [str(word) for word in words])


def test_every_relation_is_the_same_over_the_files(data: Settings, run: Run, tmp_path: Path) -> None:
    from tasks.export.lake import reading_lake

    assert run("lake", tmp_path / "lake").exit_code == 0
    with reading(data) as one, reading_lake(tmp_path / "lake", data) as many:
        assert columns_of(many) == columns_of(one)
        assert whole(many) == whole(one)
        assert many.execute("select count(*) from events").fetchall() == [(3,)]


def test_rows_lie_under_the_month_of_their_document(run: Run, tmp_path: Path) -> None:
    run("lake", tmp_path / "lake")
    for table in ("documents", "events", "event_evidence"):
        months = sorted(path.name for path in (tmp_path / "lake" / table).iterdir())
        assert months == ["month=2019-11", "month=2020-03", "month=2020-04"]


def test_a_lake_is_replaced_and_nothing_else_is(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("kept", "utf-8")
    refused = run("lake", other)
    assert "something else is there" in str(refused.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["other"]
    assert run("lake", tmp_path / "lake").exit_code == run("lake", tmp_path / "lake").exit_code == 0


def test_a_query_over_a_lake_reaches_nothing_else(run: Run, tmp_path: Path) -> None:
    run("lake", tmp_path / "lake")
    (tmp_path / "secret.csv").write_text("a\n1\n", "utf-8")
    asked = run("sql", "--lake", tmp_path / "lake", "--format", "csv", "select count(*) as events from latest_events")
    assert asked.output.split() == ["events", "3"]
    refused = run("sql", "--lake", tmp_path / "lake", f"from '{tmp_path}/secret.csv'")
    assert refused.exit_code == 1
    assert "no lake in" in str(run("sql", "--lake", tmp_path / "none", "select 1").exception)
