"""Alarm: hooks of every flow that tell someone when a run fails or its process dies."""

from typing import Any

from prefect import Flow
from prefect.client.schemas import FlowRun, State
from prefect.logging import get_run_logger

from service.place import url
from settings import Settings, SettingsError
from tasks.notify import notify


def told(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Tell what became of a run; that this fails, too, is logged and changes nothing."""
    try:
        settings = Settings()
    except SettingsError as error:
        get_run_logger().warning("nobody was told: %s", error)
        return
    text = f"{flow_run.name}: {state.message or state.name}\n{url(settings)}/runs/flow-run/{flow_run.id}"
    for trouble in notify(f"sitrep: {flow.name} {str(state.name).lower()}", text, settings):
        get_run_logger().warning("nobody was told: %s", trouble)
