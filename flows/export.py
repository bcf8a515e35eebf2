"""The flow: what came in the last week, written for analysts every Monday."""

from datetime import UTC, datetime
from typing import Annotated, Any

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.client.schemas import State
from prefect.states import Completed
from pydantic import Field

from flows.alarm import told
from flows.ingest import Tasks
from settings import Settings
from tasks.export.week import export_week
from tasks.warehouse import published_path


@flow(
    name="export",
    flow_run_name="export the last {days} days",
    persist_result=False,
    on_failure=[told],
    on_crashed=[told],
)
def export(days: Annotated[int, Field(ge=1)] = 7) -> State[Any]:
    """Write the events, incidents and contested figures that came in the last `days` to workbooks in `export_dir`.

    Leaves a table of the files (`export`).

    Args:
        days: How far back from now.
    """
    settings = Settings()
    if not published_path(settings).exists():
        return Completed(message="Nothing was published yet.")
    files = Tasks(settings.workers).call("export", export_week, settings, datetime.now(UTC), days)
    create_table_artifact(key="export", table=[{"file": str(one.path), "rows": one.rows} for one in files])
    return Completed(message=f"{sum(one.rows for one in files)} rows in {len(files)} files in {files[0].path.parent}.")
