import multiprocessing
import os
from typing import Any

import pytest

import tasks.compact
from settings import Settings
from tasks.check import CheckError
from tasks.compact import DRAFT, compact
from tasks.errors import UserError
from tasks.migrate import migrate
from tasks.warehouse import work_path, writing
from tests.sql.conftest import Ingest, Query, answered
from tests.sql.invented import arrest, success

OBJECTS = """select table_name, comment from duckdb_tables() where not internal
    union all select view_name, comment from duckdb_views() where not internal
    union all select table_name || '.' || column_name, comment from duckdb_columns() where not internal
    union all select constraint_text, table_name from duckdb_constraints()
    union all select function_name, macro_definition from duckdb_functions() where not internal order by all"""


def grown(ingest: Ingest) -> None:
    for number in range(5):
        text = f"Soldiers arrested eight men of the Islamic State in Qaim on Monday, for the {number}th time."
        ingest([success(f"{page}.txt", text, arrest) for page in range(60)])


def held(settings: Settings) -> list[Any]:
    (tables,) = answered(settings, ["select table_name from duckdb_tables() where not internal order by 1"])
    return answered(settings, [f"select * from {table} order by all" for (table,) in tables])


def test_the_file_shrinks_and_holds_the_same(settings: Settings, ingest: Ingest, query: Query) -> None:
    grown(ingest)
    before, objects = held(settings), query(OBJECTS)
    size = work_path(settings).stat().st_size
    done = compact(settings)
    assert (done.before, done.after) == (size, work_path(settings).stat().st_size)
    assert done.after < done.before
    assert held(settings) == before
    assert query(OBJECTS) == objects
    with writing(settings) as con:
        migrations = con.execute("from migrations order by name").fetchall()
        migrate(con)
        assert con.execute("from migrations order by name").fetchall() == migrations
    assert ingest([success("new.txt")]).new == 1
    assert sorted(path.name for path in work_path(settings).parent.iterdir()) == ["warehouse.duckdb", "warehouse.lock"]


def test_rows_that_must_not_be_leave_the_file_as_it_is(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    with writing(settings) as con:
        con.execute("delete from documents")
    before, file = held(settings), work_path(settings).stat().st_ino
    with pytest.raises(CheckError, match="rows_have_owners"):
        compact(settings)
    assert (held(settings), work_path(settings).stat().st_ino) == (before, file)
    assert not work_path(settings).with_suffix(DRAFT).exists()


def _die(settings: Settings, step: str) -> None:
    vars(tasks.compact)[step] = lambda *_, **_named: os._exit(9)
    compact(settings)


@pytest.mark.parametrize("step", ["_copy", "check", "_swap"])
def test_one_that_dies_leaves_the_file_and_the_next_one_works(step: str, settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    before = held(settings)
    other = multiprocessing.get_context("spawn").Process(target=_die, args=(settings, step))
    other.start()
    other.join()
    assert other.exitcode == 9
    assert held(settings) == before
    compact(settings)
    assert held(settings) == before
    assert not work_path(settings).with_suffix(DRAFT).exists()


def test_without_a_warehouse_one_line_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(UserError, match=r"^no warehouse in .*: make one with `sitrep ingest"):
        compact(settings)
