from collections.abc import Callable, Iterator
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
    "insert": "insert into documents select * from documents",
    "update": "update documents set title = 'mine'",
    "truncate": "truncate documents",
    "alter": "alter table documents add column mine integer",
    "comment": "comment on table documents is 'mine'",
    "macro": "create macro mine() as 1",
    "sequence": "create sequence mine",
    "write in a query": "select * from query('delete from documents')",
    "create": "create table mine as select 1 as a",
    "create temporary": "create temp table mine as select 1 as a",
    "drop": "drop view casualties",
    "attach": "attach '{secret}.duckdb' as other",
    "attach in memory": "attach ':memory:' as other",
    "detach": "detach warehouse",
    "import": "import database '{folder}'",
    "checkpoint": "checkpoint",
    "vacuum": "vacuum",
    "transaction": "begin",
    "variable": "set variable mine = 1",
    "copy out": "copy documents to '{secret}.csv'",
    "copy in": "copy documents from '{secret}'",
    "export": "export database '{secret}.d'",
    "copy a query out": "copy (select 1) to '{secret}.parquet' (format parquet)",
    "read json": "select * from read_json('{secret}')",
    "read lines": "select * from read_ndjson('{secret}')",
    "read parquet's metadata": "select * from parquet_metadata('{secret}')",
    "read the web": "select * from read_csv('https://localhost/secret.csv')",
    "environment": "select getenv('HOME')",
    "read csv": "select * from read_csv('{secret}')",
    "read text": "select * from read_text('{secret}')",
    "read blob": "select * from read_blob('{secret}')",
    "read parquet": "select * from read_parquet('{secret}')",
    "read by name": "select * from '{secret}'",
    "list files": "select * from glob('{folder}/*')",
    "sniff": "select * from sniff_csv('{secret}')",
    "install": "install httpfs",
    "load": "load '{secret}'",
    "load by name": "load httpfs",
    "install from a file": "force install '{secret}'",
    "update extensions": "update extensions",
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


REFUSED_BY_US = {
    "create temporary", "call", "use", "prepared", "explained", "checkpoint", "vacuum", "transaction", "variable",
    "update extensions", "detach",
}  # fmt: skip
"""What the command refuses and the connection takes: none of it reaches beyond the connection."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, empty: Callable[[Settings], None]) -> Settings:
    folder = tmp_path_factory.mktemp("published")
    made = Settings(data_dir=folder / "data")
    empty(made)
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
    if escape not in REFUSED_BY_US:
        with pytest.raises(duckdb.Error):
            con.execute(query).fetchall()
    assert sorted(path.name for path in tmp_path.rglob("*")) == files
    assert con.execute("select count(*) from documents").fetchall() == [(1,)]
    del secret_frame


def test_a_query_that_runs_for_too_long_is_ended(published: Settings) -> None:
    short = published.model_copy(update={"query_seconds": 0.2})
    with reading(short) as hurried, pytest.raises(UserError, match=r"(?i)time|interrupt"):
        answer(hurried, "select sum(a.range * b.range % 7) from range(10000000) as a, range(10000000) as b")


def test_a_query_that_grows_too_large_is_ended_and_writes_nothing(published: Settings) -> None:
    small = published.model_copy(update={"query_memory": "50MB"})
    folder = published.data_dir / "published"
    files = sorted(folder.rglob("*"))
    with reading(small) as poor:
        with pytest.raises(UserError, match=r"(?i)out of memory"):
            answer(
                poor,
                "select max(b) from (select hash(range)::varchar as b from range(5000000) order by b limit 4999999)",
            )
        assert sorted(folder.rglob("*")) == files
        assert poor.execute("select count(*) from documents").fetchall() == [(1,)]


def test_two_statements_are_refused(con: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UserError, match="one query at a time: this is 2 statements"):
        answer(con, "select 1; select 2")
