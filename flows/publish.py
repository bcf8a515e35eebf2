"""The flow: what is loaded and not published yet, published; after a load whose run did not get to it, and hourly."""

from typing import Any

from prefect import flow
from prefect.client.schemas import State
from prefect.states import Completed

from flows.alarm import told
from flows.ingest import Tasks
from settings import Settings
from tasks.publish import publish as make_readable
from tasks.unpublished import is_published


@flow(
    name="publish", flow_run_name="publish what is loaded", persist_result=False, on_failure=[told], on_crashed=[told]
)
def publish() -> State[Any]:
    """Publish what the work database holds, where the published copy does not hold it."""
    settings = Settings()
    if is_published(settings):
        return Completed(message="The published copy holds all that is loaded.")
    path = Tasks(settings.workers).call("publish", make_readable, settings)
    return Completed(message=f"Published to {path}.")
