"""Everything that a reader of the warehouse can see is in its codebook."""

import re
from typing import Any, get_args

import duckdb
import pytest

from extraction.codebook import codes, kinds
from extraction.events.event import ParticipantRole, PlaceRole, Scope, Status
from extraction.mentions.mention import DatePrecision
from tasks import statement
from tasks.migrate import migrate
from tasks.page import Reason
from tasks.web.exchange import Reason as FetchReason
from tests.sql.conftest import Ingest, Query
from tests.sql.invented import arrest, clash, success


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    migrate(made)
    return made


def ask(con: duckdb.DuckDBPyConnection, sql: str) -> set[Any]:
    return set(con.execute(sql).fetchall())


def test_every_relation_and_column_stands_in_it_once(con: duckdb.DuckDBPyConnection) -> None:
    relations = ask(
        con, "select table_name from duckdb_tables() union select view_name from duckdb_views() where not internal"
    )
    macros = {(name,) for name in statement.texts("macros")}
    assert ask(con, "select relation from codebook where column_name is null") == relations | macros
    columns = ask(
        con, "select table_name, column_name from duckdb_columns() where schema_name = 'main' and not internal"
    )
    assert (
        ask(con, "select relation, column_name from codebook where column_name is not null and code is null") == columns
    )
    assert ask(con, "select relation, column_name, code from codebook group by all having count(*) > 1") == set()


def test_every_entry_says_something(con: duckdb.DuckDBPyConnection) -> None:
    assert ask(con, "select relation, column_name, code from codebook where length(meaning) < 4") == set()


def test_every_code_that_a_column_may_hold_is_explained(con: duckdb.DuckDBPyConnection) -> None:
    explained = ask(con, "select relation, column_name, code from codebook where code is not null")
    checked = {
        (re.sub(r"^\d+_", "", name), column, code)
        for name, text in statement.texts("schema").items()
        for column, listed in re.findall(r"check \(\s*(\w+) in \(([^)]*)\)", text)
        for code in re.findall(r"'([^']+)'", listed)
    }
    assert len(checked) > 40
    reasons = {("rejections", "reason", code) for code in get_args(Reason)}
    reasons |= {("fetches", "reason", code) for code in get_args(FetchReason)}
    of_kinds = {(relation, "kind", kind) for relation in ("events", "incidents") for kind in kinds()}
    assert checked | reasons | of_kinds <= explained
    columns = ask(con, "select relation, column_name from codebook where column_name is not null and code is null")
    assert {code[:2] for code in explained} <= columns


def test_the_lists_of_the_lexicon_are_those_of_the_extractor() -> None:
    for name, values in (
        ("statuses", Status),
        ("scopes", Scope),
        ("participant_roles", ParticipantRole),
        ("place_roles", PlaceRole),
        ("date_precisions", DatePrecision),
    ):
        assert tuple(codes(name)) == get_args(values)


def test_no_loaded_row_holds_a_code_that_is_not_explained(ingest: Ingest, query: Query) -> None:
    ingest([success(events=[arrest, clash])])
    for relation, column in query("select distinct relation, column_name from codebook where code is not null"):
        known = f"select code from codebook where relation = '{relation}' and column_name = '{column}'"
        held = f"select distinct cast({column} as varchar) from {relation} where {column} is not null"
        if (relation, column) != ("incident_figures", "counted"):
            assert query(f"{held} and cast({column} as varchar) not in ({known})") == []
