"""`sitrep ingest`: the main job from the command line."""

import sys
from typing import Annotated, cast

import typer

from cli.progress import progress
from cli.report import show_report
from flows.orchestration import INTERRUPTED, api_url, prepare
from settings import Settings
from tasks.errors import UserError
from tasks.report import Report

UNREACHABLE = ("Failed to reach API", "Timed out while attempting to connect to ephemeral")
"""How Prefect's message begins when no API answers."""


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
    try:
        with progress():
            report = _as_flow(paths) if orchestrated or api_url() else _at_once(paths, settings)
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        raise typer.Exit(130) from None
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

    try:
        return cast(Report, flow(paths))
    except RuntimeError as error:
        if not str(error).startswith(UNREACHABLE):
            raise
        told = str(error).rstrip(".")
        raise UserError(f"{told}: start it, or run without --orchestrated and PREFECT_API_URL") from None
