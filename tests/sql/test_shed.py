"""Shedding: a writer lets go of what it keeps in memory, in the midst of a transaction, and loses nothing."""

import duckdb
import pytest

from settings import Settings
from tasks.memory import SHED_MEMORY, shed
from tasks.warehouse import writing

ROWS = 1_000_000


def kept(con: duckdb.DuckDBPyConnection) -> int:
    ((held,),) = con.execute("select sum(memory_usage_bytes) from duckdb_memory()").fetchall()
    return int(held)


def limit(con: duckdb.DuckDBPyConnection) -> int:
    ((most,),) = con.execute("select parse_formatted_bytes(current_setting('memory_limit'))").fetchall()
    return int(most)


def test_what_is_put_aside_goes_to_disk_and_is_there_when_asked_for(settings: Settings) -> None:
    with writing(settings) as con:
        before = limit(con)
        con.execute("begin")
        con.execute(f"create temp table aside as select range as number, md5(range::text) as text from range({ROWS})")
        assert kept(con) > 2 * SHED_MEMORY
        shed(con)
        assert kept(con) < 2 * SHED_MEMORY
        assert limit(con) == before
        assert con.execute("select count(*), sum(number) from aside").fetchall() == [(ROWS, ROWS * (ROWS - 1) // 2)]
        con.execute("commit")


@pytest.mark.parametrize(("share", "left"), [(0.5, 0.5), (1e-6, 1.0)])
def test_what_is_in_use_stays_and_a_share_is_left_only_where_it_holds_that(
    share: float, left: float, settings: Settings
) -> None:
    with writing(settings) as con:
        before = limit(con)
        con.execute("begin")
        con.execute("insert into pages select range::text, uuid(), uuid(), now() from range(10)")
        result = con.cursor().execute(f"select md5(range::text) from range({ROWS}) order by 1")
        shed(con, share)
        assert limit(con) == pytest.approx(left * before, rel=0.01)
        assert len(result.fetchall()) == ROWS
        assert con.execute("select count(*) from pages").fetchall() == [(10,)]
        con.execute("commit")
