"""`sitrep ingest`: the main job from the command line."""

from typing import Annotated, cast

import typer

from cli.report import show_report
from cli.running import running
from flows.orchestration import api_url, prepare
from settings import Settings
from tasks.report import Report


def ingest(
    paths: Annotated[list[str], typer.Argument(help="Files, folders or globs of pages.", metavar="PATH")],
    orchestrated: Annotated[
        bool, typer.Option("--orchestrated", help="Run as a Prefect flow even where no Prefect API is configured.")
    ] = False,
) -> None:
    """Read pages into the warehouse.

    Reads .html .htm .xhtml .txt .jsonl .parquet .warc, also .gz, and .jsonl.zst. Pages that the warehouse holds
    already are not read again. Ends with 0, or 1 where nothing could be read.
    """
    settings = Settings()
    with running():
        report = _as_flow(paths) if orchestrated or api_url() else _at_once(paths, settings)
    show_report(report)
    if not report.read:
        raise typer.Exit(1)


def _at_once(paths: list[str], settings: Settings) -> Report:
    from tasks.ingest import AtOnce
    from tasks.ingest import ingest as take_steps

    return take_steps(paths, settings, AtOnce())


def _as_flow(paths: list[str]) -> Report:
    prepare()
    from flows.ingest import ingest as flow

    return cast(Report, flow(paths))
