"""Listing: what commands have in common that list something, and have commands of their own."""

from enum import StrEnum

import typer

from cli.output import Format


class ListFormat(StrEnum):
    """How a list is written: what goes to the screen, and bears no coordinates."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


def is_list(context: typer.Context, **given: object) -> bool:
    """Tell whether the list is asked for, and none of the commands below it; `given` are the options of the list.

    Raises:
        typer.BadParameter: A command below it is asked for, which such an option has no effect on.
    """
    below = context.invoked_subcommand
    if below is None:
        return True
    if lost := [name for name, value in given.items() if value is not None]:
        raise typer.BadParameter(f"--{lost[0]} before `{below}` has no effect on it: leave it out or put it behind")
    return False


def format_of(form: ListFormat | None) -> Format:
    """Return the format that is asked for, else that of a table."""
    return Format(form or ListFormat.TABLE)
