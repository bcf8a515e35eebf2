"""The flow: outlets harvested as an orchestrated run. Which steps, and in what order, says `tasks.harvest`."""

from datetime import datetime
from typing import Annotated, Any

from prefect import flow
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.schemas import State
from prefect.runtime import flow_run
from prefect.states import Completed
from pydantic import Field

from flows.alarm import told
from flows.ingest import Tasks
from settings import Settings
from tasks.harvest import Harvest
from tasks.harvest import harvest as take_steps
from tasks.report import headline, markdown
from tasks.web.errand import Wish
from tasks.web.outlet import outlets


def _run_name() -> str:
    names: list[str] | None = flow_run.parameters.get("names")
    return f"harvest {' '.join(names) if names else 'all that is enabled'}"[:100]


@flow(name="harvest", flow_run_name=_run_name, persist_result=False, on_failure=[told], on_crashed=[told])
def harvest(
    names: list[str] | None = None,
    since: datetime | None = None,
    limit: Annotated[int, Field(ge=1)] | None = None,
    refetch: bool = False,
) -> Harvest | State[Any]:
    """Fetch new pages of outlets and read them into the warehouse.

    Leaves a table of outlets (`harvest-outlets`) and, where pages came, a report (`harvest`).

    Args:
        names: Outlets, as their files are named; none: all that are enabled and have no schedule of their own.
        since: Leave out links that say to be older.
        limit: Most pages of one outlet.
        refetch: Fetch what is kept, too.
    """
    settings = Settings()
    names = names or [one.name for one in outlets(settings.sources_dir) if one.enabled and not one.every]
    if not names:
        return Completed(message=f"No outlet is enabled in {settings.sources_dir}, or each has its own schedule.")
    found = take_steps(names, Wish(since, limit, refetch=refetch), settings, Tasks(settings.workers))
    table = [{"outlet": o.outlet, "offered": o.offered, "asked for": len(o.links), **o.outcomes} for o in found.outlets]
    create_table_artifact(key="harvest-outlets", table=table)
    if found.report is not None:
        text = "\n\n".join([markdown(found.report), *(line for o in found.outlets for line in o.troubles)])
        create_markdown_artifact(key="harvest", markdown=text, description=headline(found.report))
    return found
