"""The flow: the nightly care of the warehouse: a back-up, checked and rotated."""

from prefect import flow
from prefect.artifacts import create_table_artifact

from flows.alarm import told
from flows.ingest import Tasks
from settings import Settings
from tasks.backup import Backup, back_up, backups


@flow(
    name="maintain", flow_run_name="maintain the warehouse", persist_result=False, on_failure=[told], on_crashed=[told]
)
def maintain() -> Backup:
    """Back the warehouse, its archive and its gazetteer up, and drop the back-ups whose time is over.

    Leaves a table of the back-ups that are there (`backups`).
    """
    settings = Settings()
    made = Tasks(settings.workers).call("back up", back_up, settings)
    table = [{"name": one.name, "documents": one.documents, "bytes": one.size} for one in backups(settings)]
    create_table_artifact(key="backups", table=table)
    return made
