"""Whole: what every state of the warehouse holds that anyone may see, whatever was killed or ran at the same time."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb

from settings import Settings
from tasks.outcome import Success
from tests.sql.conftest import take
from tests.sql.invented import clash, success

PAGES = 8
"""Pages of a batch; all of them come in one load, or none."""
BROKEN = f"""
    select 'batch in part' as what, split_part(source_uri, '/', 1) as which from documents
    group by all having count(*) != {PAGES}
    union all
    select 'document of no run', source_uri from documents where not exists (from runs where documents_new > 0)
    union all
    select 'runs and documents differ', null from runs
    having sum(documents_new) != (select count(*) from documents)
    union all
    select 'event without document', event_id::varchar from events
    where document_id not in (select document_id from documents)
    union all
    select 'event without evidence', event_id::varchar from events
    where event_id not in (select event_id from event_evidence)
"""


def batch(number: int) -> list[Success]:
    """Return the pages of one batch, each with a text and an event of its own."""
    texts = {
        f"{number}/{page}.txt": f"Two gunmen were killed near Mosul, says report {page} of {number}."
        for page in range(PAGES)
    }
    return [success(uri, text, clash, title=None) for uri, text in texts.items()]


def load_batch(settings: Settings, folder: Path, number: int) -> None:
    """Load one batch."""
    take(settings, folder / uuid4().hex, batch(number))


def broken(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Return what is not whole."""
    return con.execute(BROKEN).fetchall()


def batches(con: duckdb.DuckDBPyConnection) -> set[int]:
    """Return the numbers of the batches that are there."""
    found = con.execute("select distinct split_part(source_uri, '/', 1)::integer from documents").fetchall()
    return {number for (number,) in found}
