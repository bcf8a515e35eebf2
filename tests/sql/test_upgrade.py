"""A warehouse of a former release is brought up to date, and kept as it was."""

from pathlib import Path

import pytest
import zstandard

from settings import Settings
from tasks.check import check
from tasks.publish import publish
from tasks.warehouse import connect, reading, work_path, writing
from tests.sql.conftest import Ingest
from tests.sql.invented import success

FORMER = sorted((Path(__file__).parent / "former").glob("*.duckdb.zst"))
HELD = "select (select count(*) from documents), (select count(*) from events), (select count(*) from runs)"


@pytest.fixture(params=FORMER, ids=lambda path: path.name)
def former(request: pytest.FixtureRequest, settings: Settings) -> bytes:
    content = zstandard.ZstdDecompressor().decompress(request.param.read_bytes())
    work_path(settings).parent.mkdir(parents=True)
    work_path(settings).write_bytes(content)
    return content


def test_there_is_one_to_bring_up_to_date() -> None:
    assert FORMER


def test_it_keeps_its_facts_and_takes_new_ones(former: bytes, settings: Settings, ingest: Ingest) -> None:
    with writing(settings) as con:
        assert con.execute(HELD).fetchall() == [(3, 3, 1)]
    assert ingest([success()]).new == 1
    with writing(settings) as con:
        check(con)
    publish(settings)
    with reading(settings) as con:
        assert con.execute(HELD).fetchall() == [(4, 4, 2)]
        assert con.execute("select count(*) from event_records").fetchall() == [(4,)]


def test_it_is_kept_as_it_was_once(former: bytes, settings: Settings) -> None:
    for _ in range(2):
        with writing(settings):
            pass
    (kept,) = work_path(settings).parent.glob("warehouse.before-*.duckdb")
    with connect(kept, read_only=True) as con:
        assert con.execute(HELD).fetchall() == [(3, 3, 1)]
