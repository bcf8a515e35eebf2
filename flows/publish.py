"""The flow: what is loaded and not published yet, published; after a load whose run did not get to it, and hourly."""

from typing import Any
from uuid import UUID

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas import State
from prefect.states import Completed

from flows.alarm import told
from flows.ingest import Tasks
from service.place import url
from settings import Settings
from tasks.publish import publish as make_readable
from tasks.unpublished import is_published


@flow(
    name="publish", flow_run_name="publish what is loaded", persist_result=False, on_failure=[told], on_crashed=[told]
)
def publish(after: UUID | None = None) -> State[Any]:
    """Publish what the work database holds, where the published copy does not hold it.

    Leaves what was done, with a link to the run that has loaded it (`publish`).

    Args:
        after: The run that has loaded something, where one has triggered this one.
    """
    settings = Settings()
    if is_published(settings):
        done = "The published copy holds all that is loaded."
    else:
        done = f"Published to {Tasks(settings.workers).call('publish', make_readable, settings)}."
    link = f"\n\nAfter [the run that loaded]({url(settings)}/runs/flow-run/{after})." if after else ""
    create_markdown_artifact(key="publish", markdown=done + link, description=done)
    return Completed(message=done)
