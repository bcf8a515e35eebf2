"""The flow: what `sitrep doctor` says, looked at every hour, and told when it is new."""

from typing import Any

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.client.schemas import State
from prefect.logging import get_run_logger
from prefect.states import Completed

from flows.alarm import told
from service.health import findings as of_service
from settings import Settings
from tasks.alarms import tell
from tasks.health import findings as of_folder


@flow(
    name="check",
    flow_run_name="check warehouse and service",
    persist_result=False,
    on_failure=[told],
    on_crashed=[told],
)
def check() -> State[Any]:
    """Look for what is wrong with warehouse and service; tell what was not told in the last day, and what is over.

    Leaves a table of all that was looked at (`health`).
    """
    settings = Settings()
    found = [*of_folder(settings), *of_service(settings)]
    create_table_artifact(
        key="health", table=[{"level": f.level, "what": f.what, "says": f.says, "do": f.do} for f in found]
    )
    for trouble in tell(found, settings):
        get_run_logger().warning("not told: %s", trouble)
    wrong = dict.fromkeys(one.what for one in found if one.level == "wrong")
    return (
        Completed(name="Degraded", message=f"Wrong: {', '.join(wrong)}.") if wrong else Completed(message="All well.")
    )
