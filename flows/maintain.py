"""The flow: the nightly care of the warehouse: a back-up, checked and rotated, then a compaction."""

from typing import Any

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.client.schemas import State
from prefect.states import Completed

from flows.alarm import told
from flows.ingest import Tasks
from settings import Settings
from tasks.backup import back_up, backups
from tasks.compact import compact
from tasks.unpublished import loaded


@flow(
    name="maintain", flow_run_name="maintain the warehouse", persist_result=False, on_failure=[told], on_crashed=[told]
)
def maintain() -> State[Any]:
    """Back warehouse, archive and gazetteer up, drop the back-ups whose time is over, and write the warehouse anew.

    Leaves a table of the back-ups that are there (`backups`). In this order, so that what the compaction begins with is
    kept; readers see its smaller file at the next publication.
    """
    settings = Settings()
    held = loaded(settings)
    if not (held and held.last):
        return Completed(message="Nothing was loaded yet.")
    engine = Tasks(settings.workers)
    made = engine.call("back up", back_up, settings)
    table = [{"name": one.name, "documents": one.documents, "bytes": one.size} for one in backups(settings)]
    create_table_artifact(key="backups", table=table)
    done = engine.call("compact", compact, settings)
    return Completed(message=f"Backed up as {made.name}; {done.before} bytes before, {done.after} now.")
