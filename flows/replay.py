"""The flow: stored documents read anew as an orchestrated run. Which steps, and in what order, says `tasks.replay`."""

from typing import Any

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.schemas import State
from prefect.states import Completed

from flows.alarm import told
from flows.ingest import Tasks
from flows.progress import Progress
from settings import Settings
from tasks.replay import replay as take_steps
from tasks.replay_report import COLUMNS, Replay, differences, headline
from tasks.warehouse import work_path
from tasks.watch import watched_by


@flow(name="replay", flow_run_name="read documents anew", persist_result=False, on_failure=[told], on_crashed=[told])
def replay(every: bool = False) -> Replay | State[Any]:
    """Read the documents anew that other rules have read, or `every` one.

    Leaves two artifacts, `replay` (Markdown) and `replay-changes` (table).

    Args:
        every: Every document, not only those that other rules have read.
    """
    settings = Settings()
    if not work_path(settings).exists():
        return Completed(message="Nothing was loaded yet.")
    with watched_by(Progress()):
        done = take_steps(settings, Tasks(settings.workers), every=every)
    create_markdown_artifact(key="replay", markdown="\n\n".join([headline(done), *done.warnings]))
    table = [dict(zip(COLUMNS, row, strict=True)) for row in differences(done)]
    create_table_artifact(key="replay-changes", table=table)
    return done
