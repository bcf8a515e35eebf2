"""Memory: what a writer of the work database may take of it, and what it gives back."""

from contextlib import suppress

import duckdb

WRITER_THREADS = 4
"""Most threads of a writer: each asks for a share of its memory, and with sixteen a load finds too little."""
THREAD_MEMORY, LEAST_MEMORY = 64_000_000, 128_000_000
"""Bytes that a writer may use for each thread, and in all, before it goes on on disk: by itself DuckDB takes most of
the machine."""
SHED_MEMORY = 8_000_000
"""Bytes that it keeps of tables when it is told to let go of them."""

MIGRATION_MEMORY = 2_000_000_000
"""Bytes more that bringing the schema up to date may use: once a release, it may touch every row."""


def bound(con: duckdb.DuckDBPyConnection, more: int = 0) -> None:
    """Give a writer its threads and its memory, with `more` bytes on top."""
    con.execute(f"set threads = least(current_setting('threads'), {WRITER_THREADS})")
    ((threads,),) = con.execute("select current_setting('threads')").fetchall()
    con.execute(f"set memory_limit = '{max(LEAST_MEMORY, THREAD_MEMORY * threads) + more}B'")


def shed(con: duckdb.DuckDBPyConnection, share: float = 1.0) -> None:
    """Have a writer let go of what it keeps in memory of tables, and go on with a share of its memory.

    By itself it keeps whatever it has read or put aside for as long as there is room. What is asked for again is read
    from the disk; what cannot be let go of now stays, and where that is more than the share, so does the limit.
    """
    ((limit,),) = con.execute("select parse_formatted_bytes(current_setting('memory_limit'))").fetchall()
    with con.cursor() as aside:  # an error would end the transaction of `con`
        for least in (SHED_MEMORY, int(limit * share)):
            with suppress(duckdb.OutOfMemoryException):  # the limit stays where more than that is in use
                aside.execute(f"set memory_limit = '{least}B'")
