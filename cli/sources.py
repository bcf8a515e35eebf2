"""`sitrep sources`: the outlets that pages are fetched from."""

import sys
from typing import Annotated

import typer

from cli.listing import ListFormat, format_of, is_list
from cli.output import write
from cli.screen import count
from settings import Settings

sources = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)


@sources.callback()
def held(
    context: typer.Context,
    form: Annotated[ListFormat | None, typer.Option("--format", help="How the list is written.")] = None,
) -> None:
    """List the outlets of `sources/`, or look into one."""
    if not is_list(context, format=form):
        return
    from tasks.web.outlet import outlets

    columns = ("name", "title", "language", "country", "enabled", "expected a day", "licence")
    write(
        columns,
        [
            (o.name, o.title, o.language, o.country, o.enabled, o.expected, o.licence)
            for o in outlets(Settings().sources_dir)
        ],
        format_of(form),
    )


@sources.command("check")
def check() -> None:
    """Check the files of all outlets; the first that is not right is named.

    Files that end in .yaml or .YML are named, too: they are not taken. Ends with 1 where there are any.
    """
    from tasks.web.outlet import outlets, strays

    found = outlets(Settings().sources_dir)
    described = count(len(found), "outlet is", "outlets are")
    they = "it" if len(found) == 1 else "they"
    print(f"{described} described as {they} should be, {sum(o.enabled for o in found)} of them enabled")
    for path in (ignored := strays(Settings().sources_dir)):
        print(f"sitrep: {path} is not taken: the file of an outlet ends in .yml", file=sys.stderr)
    if ignored:
        raise typer.Exit(1)


@sources.command("test")
def look(
    name: Annotated[str, typer.Argument(help="The outlet, as its file is named.", metavar="NAME")],
    limit: Annotated[int, typer.Option(min=1, help="Most links to show.")] = 20,
) -> None:
    """Show what would be taken from an outlet: its start points are fetched, its pages are not.

    Ends with 1 where no start point could be read.
    """
    from cli.harvest import nothing_read
    from tasks.harvest import harvest
    from tasks.ingest import AtOnce
    from tasks.web.errand import Wish

    (found,) = harvest([name], Wish(limit=limit, dry_run=True), Settings(), AtOnce()).outlets
    offered = f"{count(found.offered, 'link')} offered"
    print(
        f"{offered}; the first of those that would be fetched now:" if found.links else f"{offered}; none to fetch now"
    )
    for link in found.links:
        print(link)
    for line in found.troubles:
        print(f"sitrep: {line}", file=sys.stderr)
    if nothing_read(found):
        raise typer.Exit(1)
