"""`sitrep sources`: the outlets that pages are fetched from."""

import sys
from typing import Annotated

import typer

from cli.output import Format, write
from settings import Settings

sources = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)


@sources.callback()
def held(
    context: typer.Context,
    form: Annotated[Format, typer.Option("--format", help="How the list is written.")] = Format.TABLE,
) -> None:
    """List the outlets of `sources/`, or look into one."""
    if context.invoked_subcommand is not None:
        return
    from tasks.web.outlet import outlets

    columns = ("name", "title", "language", "country", "enabled", "expected a day", "licence")
    write(
        columns,
        [
            (o.name, o.title, o.language, o.country, o.enabled, o.expected, o.licence)
            for o in outlets(Settings().sources_dir)
        ],
        form,
    )


@sources.command("check")
def check() -> None:
    """Check the files of all outlets; the first that is not right is named."""
    from tasks.web.outlet import outlets

    found = outlets(Settings().sources_dir)
    print(f"{len(found)} outlets are described as they should be, {sum(o.enabled for o in found)} of them enabled")


@sources.command("test")
def look(
    name: Annotated[str, typer.Argument(help="The outlet, as its file is named.", metavar="NAME")],
    limit: Annotated[int, typer.Option(min=1, help="Most links to show.")] = 20,
) -> None:
    """Show what would be taken from an outlet: its start points are fetched, its pages are not."""
    from tasks.harvest import harvest
    from tasks.ingest import AtOnce
    from tasks.web.errand import Wish

    (found,) = harvest([name], Wish(limit=limit, dry_run=True), Settings(), AtOnce()).outlets
    print(f"{found.offered} links offered; the first of those that would be fetched now:")
    print(*found.links, sep="\n")
    for line in found.troubles:
        print(f"sitrep: {line}", file=sys.stderr)
