"""`sitrep config`: the settings as they hold here."""

import sys

from rich import box
from rich.console import Console
from rich.table import Table

from cli.screen import on_terminal
from settings import Settings, sources, strangers, variable


def config() -> None:
    """Print each setting, its value and where it comes from."""
    values, origins = Settings(), sources()
    table = Table("setting", "value", "from", "variable", "meaning", box=box.SIMPLE)
    for name, field in Settings.model_fields.items():
        table.add_row(name, str(getattr(values, name)), origins[name], variable(name), field.description)
    Console(width=None if on_terminal(sys.stdout) else 200).print(table)
    for name in strangers():
        print(f"sitrep: {name} is no setting and has no effect", file=sys.stderr)
