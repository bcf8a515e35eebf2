"""`sitrep incidents`: happenings with their reports, and what a person says of them."""

from typing import Annotated

import typer

from cli.output import Format, write
from settings import Settings

incidents = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)

Events = Annotated[list[str], typer.Argument(help="Ids of events, or how they begin.", metavar="EVENT")]


@incidents.callback()
def held(
    context: typer.Context,
    of: Annotated[
        str | None, typer.Option("--of", help="Show the reports of one incident, and why each joined.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most incidents to list.")] = 100,
    form: Annotated[Format, typer.Option("--format", help="How the list is written.")] = Format.TABLE,
) -> None:
    """List happenings that several documents tell, or say which reports belong together."""
    if context.invoked_subcommand is None:
        _list("incident_reports_of" if of else "incidents_list", {"key": of} if of else {"most": limit}, form)


@incidents.command("list")
def said(form: Annotated[Format, typer.Option("--format", help="How the list is written.")] = Format.TABLE) -> None:
    """List what was said by `join` and `split`."""
    _list("incident_overrides_list", {}, form)


@incidents.command("join")
def join(events: Events) -> None:
    """Say that events tell one happening; it holds in every run."""
    from tasks.override import override

    print(f"together: {override(events, 'together', Settings())} pairs of events")


@incidents.command("split")
def split(events: Events) -> None:
    """Say that events tell a happening each; it holds in every run."""
    from tasks.override import override

    print(f"apart: {override(events, 'apart', Settings())} pairs of events")


@incidents.command("forget")
def forget(events: Events) -> None:
    """Take back what was said of events."""
    from tasks.override import override

    print(f"left to the rules: {override(events, None, Settings())} pairs of events")


@incidents.command("resolve")
def again() -> None:
    """Resolve events that no run has looked at; a load does so by itself."""
    from tasks.override import resolve_alone

    print(f"{resolve_alone(Settings())} events resolved")


def _list(query: str, values: dict[str, str | int | None], form: Format) -> None:
    from tasks import statement
    from tasks.warehouse import asking

    with asking(Settings()) as con:
        result = con.execute(statement.text("queries", query), values or None)
        write([column[0] for column in result.description or ()], result.fetchall(), form)
