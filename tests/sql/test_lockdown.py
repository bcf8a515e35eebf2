from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from cli.sql import answer
from settings import Settings
from tasks.errors import UserError
from tasks.publish import publish
from tasks.warehouse import reading
from tests.sql.conftest import take
from tests.sql.invented import success

ESCAPES = {
    "write": "delete from documents",
    "create": "create table mine as select 1 as a",
    "create temporary": "create temp table mine as select 1 as a",
    "drop": "drop view casualties",
    "attach": "attach '{secret}.duckdb' as other",
    "copy out": "copy documents to '{secret}.csv'",
    "copy in": "copy documents from '{secret}'",
    "export": "export database '{secret}.d'",
    "read csv": "select * from read_csv('{secret}')",
    "read text": "select * from read_text('{secret}')",
    "read blob": "select * from read_blob('{secret}')",
    "read parquet": "select * from read_parquet('{secret}')",
    "read by name": "select * from '{secret}'",
    "list files": "select * from glob('{folder}/*')",
    "sniff": "select * from sniff_csv('{secret}')",
    "install": "install httpfs",
    "load": "load '{secret}'",
    "set": "set memory_limit = '100GB'",
    "set access": "set enable_external_access = true",
    "reset": "reset enable_external_access",
    "pragma": "pragma enable_profiling = 'json'",
    "profile": "set profiling_output = '{secret}'",
    "call": "call pragma_version()",
    "secret": "create secret s (type http)",
    "use": "use memory",
    "python": "select * from secret_frame",
    "prepared": "prepare p as delete from documents",
    "explained": "explain analyze delete from documents",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("published")
    made = Settings(data_dir=folder / "data")
    take(made, folder, [success()])
    publish(made)
    return made


@pytest.fixture
def con(published: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    with reading(published) as opened:
        yield opened


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_way_out(escape: str, con: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    secret_frame = con.sql("select 1 as a")
    files = sorted(path.name for path in tmp_path.rglob("*"))
    query = ESCAPES[escape].format(secret=secret, folder=tmp_path)
    with pytest.raises(UserError):
        answer(con, query)
    # What the command refuses for its kind, the connection itself refuses, too.
    if escape not in {"create temporary", "call", "use", "prepared", "explained"}:
        with pytest.raises(duckdb.Error):
            con.execute(query).fetchall()
    assert sorted(path.name for path in tmp_path.rglob("*")) == files
    assert con.execute("select count(*) from documents").fetchall() == [(1,)]
    del secret_frame


def test_a_query_that_runs_for_too_long_is_ended(published: Settings) -> None:
    short = published.model_copy(update={"query_seconds": 0.2})
    with reading(short) as hurried, pytest.raises(UserError, match=r"(?i)time|interrupt"):
        answer(hurried, "select sum(a.range * b.range % 7) from range(10000000) as a, range(10000000) as b")


def test_two_statements_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UserError, match="one query at a time: this is 2 statements"):
        answer(con, "select 1; select 2")
