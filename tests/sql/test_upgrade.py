"""A warehouse of a former release is brought up to date, and kept as it was."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
import zstandard

from settings import Settings
from tasks import statement
from tasks.check import check
from tasks.errors import UserError
from tasks.export.week import export_week
from tasks.migrate import migrate
from tasks.publish import publish
from tasks.warehouse import asking, connect, reading, work_path, writing
from tests.sql.conftest import Ingest
from tests.sql.invented import success

FORMER = sorted((Path(__file__).parent / "former").glob("*.duckdb.zst"))
HELD = "select (select count(*) from documents), (select count(*) from events), (select count(*) from runs)"

SCHEMA = """
    select table_name, column_name, data_type, is_nullable, comment from duckdb_columns()
    where schema_name = 'main' and not internal
    union all
    select table_name, null, null, null, comment from duckdb_tables()
    order by all
"""


@pytest.fixture(params=FORMER, ids=lambda path: path.name)
def former(request: pytest.FixtureRequest, settings: Settings) -> bytes:
    content = zstandard.ZstdDecompressor().decompress(request.param.read_bytes())
    work_path(settings).parent.mkdir(parents=True)
    work_path(settings).write_bytes(content)
    return content


def test_what_a_later_release_has_written_is_left_alone(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    with connect(work_path(settings)) as con:
        con.execute("insert into migrations (name, digest, applied_at) values ('990_later', 'x', now())")
    before = work_path(settings).read_bytes()
    with (
        pytest.raises(UserError, match=r"a later release of Sitrep .*990_later.*: install"),
        writing(settings),
    ):
        pass
    assert work_path(settings).read_bytes() == before


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


def test_it_is_then_what_a_new_one_is(former: bytes, settings: Settings) -> None:
    """A migration that was edited after its release has not reached those who had it."""
    with writing(settings) as con, duckdb.connect() as new:
        migrate(new)
        assert con.execute(SCHEMA).fetchall() == new.execute(SCHEMA).fetchall()


def test_a_copy_that_a_former_release_has_published_says_what_to_do(former: bytes, settings: Settings) -> None:
    publish(settings)
    with asking(settings) as con:
        assert con.execute(statement.text("queries", "holding")).fetchall()[0][0] == 3
    told = r"^an earlier release of Sitrep has published .*warehouse\.duckdb: bring it up to date with `sitrep replay`"
    with pytest.raises(UserError, match=told), asking(settings) as con:
        con.execute(statement.text("queries", "status_checks"))
    with pytest.raises(UserError, match=told):
        export_week(settings, datetime.now(UTC), days=7)
    with writing(settings):
        pass
    publish(settings)
    with asking(settings) as con:
        assert con.execute(statement.text("queries", "status_checks")).fetchall() == []
    with pytest.raises(duckdb.CatalogException), asking(settings) as con:
        con.execute("from nowhere")
