"""The flow: stored documents read anew as an orchestrated run. Which steps, and in what order, says `tasks.replay`."""

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact

from flows.alarm import told
from flows.ingest import Tasks
from settings import Settings
from tasks.replay import replay as take_steps
from tasks.replay_report import COLUMNS, Replay, differences, headline


@flow(name="replay", persist_result=False, on_failure=[told], on_crashed=[told])
def replay(every: bool = False) -> Replay:
    """Read the documents anew that other rules have read, or `every` one.

    Leaves two artifacts, `replay` (Markdown) and `replay-changes` (table).
    """
    settings = Settings()
    done = take_steps(settings, Tasks(settings.workers), every=every)
    create_markdown_artifact(key="replay", markdown="\n\n".join([headline(done), *done.warnings]))
    table = [dict(zip(COLUMNS, row, strict=True)) for row in differences(done)]
    create_table_artifact(key="replay-changes", table=table)
    return done
