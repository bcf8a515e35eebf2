"""The command line: which commands there are, and how an error reaches the user."""

import os
import sys
from importlib import import_module
from importlib.metadata import version as release
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand

from settings import SettingsError
from tasks.errors import UserError


class Entry(NamedTuple):
    """Where a command lives and what the overview says of it: the first line of its docstring."""

    module: str
    """Its function bears the last part of this name."""
    purpose: str


COMMANDS = {
    "ingest": Entry("cli.ingest", "Read pages into the warehouse."),
    "harvest": Entry("cli.harvest", "Fetch new pages of outlets, archive them and read them into the warehouse."),
    "sources": Entry("cli.sources", "List the outlets of `sources/`, or look into one."),
    "page": Entry(
        "cli.page", "Give an archived page back, byte for byte as it was fetched (its content coding undone)."
    ),
    "replay": Entry("cli.replay", "Read stored documents anew under the current rules, and say what that changes."),
    "compact": Entry(
        "cli.compact",
        "Write the warehouse anew without the room that replaced rows have left, check all of it, and publish it.",
    ),
    "sql": Entry("cli.sql", "Query the published warehouse, read-only."),
    "export": Entry(
        "cli.export", "Write all rows of a table, view or query to a file, and FILE.meta.json that says what it holds."
    ),
    "lake": Entry("cli.lake", "Write every table as Parquet files by month, to be asked with `sitrep sql --lake`."),
    "status": Entry("cli.status", "Say what the warehouse holds and what was rejected."),
    "show": Entry("cli.show", "Show an event or a document, every fact with its sentence."),
    "incidents": Entry(
        "cli.incidents", "List happenings that several documents tell, or say which reports belong together."
    ),
    "explain": Entry("cli.explain", "Print, sentence by sentence, what the extractor sees in a file."),
    "gazetteer": Entry("cli.gazetteer", "List the places that names are looked up in, or import more."),
    "up": Entry(
        "cli.up",
        "Run what is scheduled: Prefect's server, a worker and all deployments, until Ctrl-C or `sitrep down`.",
    ),
    "down": Entry("cli.down", "End the service that `sitrep up` started on this data folder."),
    "doctor": Entry(
        "cli.doctor",
        "Say what is wrong with the warehouse and the service, and what to do. Ends with 1 where something is.",
    ),
    "backup": Entry("cli.backup", "Back the warehouse, its archive and its gazetteer up to the folder `backup_dir`."),
    "restore": Entry(
        "cli.restore", "Put a back-up of the warehouse back and publish it; what stands there now is kept beside it."
    ),
    "publish": Entry("cli.publish", "Publish what the work database holds; a run does it by itself at its end."),
    "config": Entry("cli.config", "Print each setting, its value and where it comes from."),
}


class Lazy(TyperCommand):
    """Stands in for a command until it runs; only then is its module imported, so that `--help` is quick."""

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """Return the context of the command itself."""
        return command(str(self.name)).make_context(*args, **extra)


def command(name: str) -> Any:
    """Import the command `name` and return it as Typer runs it."""
    found = getattr(import_module(COMMANDS[name].module), name)
    if isinstance(found, typer.Typer):  # a command that has commands of its own
        return typer.main.get_command(found)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    alone.command(name)(found)
    return typer.main.get_command(alone)


app = typer.Typer(
    help="News pages in, a warehouse of conflict events out, every fact cited to its sentence.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"sitrep {release('sitrep')}")
        raise typer.Exit


@app.callback(help=str(app.info.help))
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Say which release this is.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Take what stands before a command."""


for _name, _entry in COMMANDS.items():
    app.command(_name, cls=Lazy, help=_entry.purpose)(lambda: None)


def main() -> None:
    """Run the command line. A user's mistake ends as one line on stderr: code 2 for a setting, else 1."""
    if sys.stderr is None:  # it is closed: print would take standard output, and a file that is opened its number
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    try:
        app()
    except (SettingsError, UserError) as error:
        print(f"sitrep: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, SettingsError) else 1)
    except OSError as error:
        told = ": ".join(str(part) for part in (error.strerror, error.filename) if part)
        print(f"sitrep: {told or error}", file=sys.stderr)
        sys.exit(1)
