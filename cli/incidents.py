"""`sitrep incidents`: happenings with their reports, and what a person says of them."""

from typing import Annotated

import typer

from cli.listing import ListFormat, format_of, is_list
from cli.output import write
from cli.screen import count
from settings import Settings
from tasks.errors import UserError

incidents = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)

MOST = 1_000_000
"""Incidents of one list: more are asked for with `sitrep sql`."""

PAIR, PAIRS = "pair of events", "pairs of events"
Events = Annotated[list[str], typer.Argument(help="Ids of events, or how they begin.", metavar="EVENT")]


@incidents.callback()
def held(
    context: typer.Context,
    of: Annotated[
        str | None, typer.Option("--of", help="Show the reports of one incident, and why each joined.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, max=MOST, help="Most incidents to list; 100 where it is left out.")
    ] = None,
    form: Annotated[ListFormat | None, typer.Option("--format", help="How the list is written.")] = None,
) -> None:
    """List happenings that several documents tell, or say which reports belong together."""
    if not is_list(context, of=of, limit=limit, format=form):
        return
    if of is None:
        _list("incidents_list", {"most": limit or 100}, form)
    elif limit is not None:
        raise typer.BadParameter("--limit is for the list of incidents: --of shows every report of one")
    else:
        _list("incident_reports_of", {"key": _whole(of)}, form)


@incidents.command("list")
def said(
    form: Annotated[ListFormat | None, typer.Option("--format", help="How the list is written.")] = None,
) -> None:
    """List what was said by `join` and `split`."""
    _list("incident_overrides_list", {}, form)


@incidents.command("join")
def join(events: Events) -> None:
    """Say that events tell one happening; it holds in every run."""
    from tasks.override import override

    print(f"together: {count(override(events, 'together', Settings()), PAIR, PAIRS)}")


@incidents.command("split")
def split(events: Events) -> None:
    """Say that events tell a happening each; it holds in every run."""
    from tasks.override import override

    print(f"apart: {count(override(events, 'apart', Settings()), PAIR, PAIRS)}")


@incidents.command("forget")
def forget(events: Events) -> None:
    """Take back what was said of events."""
    from tasks.override import override

    print(f"left to the rules: {count(override(events, None, Settings()), PAIR, PAIRS)}")


@incidents.command("resolve")
def again() -> None:
    """Resolve events that no run has looked at; a load does so by itself."""
    from tasks.override import resolve_alone

    print(f"{count(resolve_alone(Settings()), 'event')} resolved")


def _whole(key: str) -> str:
    """Return the id of the incident that `key` is, or how it begins."""
    from tasks import statement
    from tasks.warehouse import asking

    with asking(Settings()) as con:
        found = con.execute(statement.text("queries", "incident_find"), {"key": key}).fetchall()
    if not found:
        raise UserError(f"no incident's id begins with {key}: `sitrep incidents` lists them")
    if len(found) > 1:
        several = "".join(f"\n  {id_} {summary}" for id_, summary in found)
        raise UserError(f"{key or 'an empty id'} may mean several: give a whole id, such as one of{several}")
    return str(found[0][0])


def _list(query: str, values: dict[str, str | int], form: ListFormat | None) -> None:
    from tasks import statement
    from tasks.warehouse import asking

    with asking(Settings()) as con:
        result = con.execute(statement.text("queries", query), values or None)
        write([column[0] for column in result.description or ()], result.fetchall(), format_of(form))
