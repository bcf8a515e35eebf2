"""`sitrep lake`: the warehouse as Parquet files by month."""

from pathlib import Path
from typing import Annotated

import typer

from cli.screen import count
from settings import Settings
from tasks.export.lake import write_lake


def lake(
    folder: Annotated[Path, typer.Argument(help="Folder; a former lake is replaced.", metavar="FOLDER")],
) -> None:
    """Write every table as Parquet files by month, to be asked with `sitrep sql --lake`."""
    rows = write_lake(Settings(), folder)
    print(f"{count(sum(rows.values()), 'row')} of {count(len(rows), 'table')}: {folder}")
