"""`sitrep backup`: the warehouse kept a second time."""

import sys
from typing import Annotated

import typer

from cli.output import write
from settings import Settings


def backup(
    show: Annotated[bool, typer.Option("--list", help="Only list the back-ups that are there.")] = False,
) -> None:
    """Back the warehouse, its archive and its gazetteer up to the folder `backup_dir`."""
    from tasks.backup import back_up, backups, broken

    settings = Settings()
    if show:
        columns = ("name", "documents", "last_load", "size")
        write(columns, [tuple(getattr(one, column) for column in columns) for one in backups(settings)])
        for folder in broken(settings):
            print(
                f"sitrep: {folder} is no whole back-up: what its backup.json should tell is not there", file=sys.stderr
            )
        return
    made = back_up(settings)
    if made.amiss:
        print(f"sitrep: it holds what must not be: {made.amiss}", file=sys.stderr)
    print(f"{settings.backup_dir / made.name}: {made.documents} documents, {made.size / 1e6:.0f} MB")
