"""`sitrep page`: an archived page as it was fetched."""

import sys
from pathlib import Path
from tempfile import gettempdir
from typing import Annotated

import typer

from cli.screen import opened, standard_output
from settings import Settings
from tasks.errors import UserError


def page(
    wanted: Annotated[str, typer.Argument(help="A URL, or the id of a document.", metavar="URL|DOCUMENT")],
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser instead of printing it.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write it to this file instead.")] = None,
) -> None:
    """Give an archived page back, byte for byte as it was fetched (its content coding undone)."""
    from tasks.web.shelf import archived

    found = archived(wanted, Settings())
    if out is not None or show:
        path = out or Path(gettempdir()) / f"sitrep-{found.digest.removeprefix('sha1:')}.html"
        try:
            path.write_bytes(found.content)
        except OSError as error:
            raise UserError(f"cannot write {path}: {error.strerror}") from error
        if show:
            typer.launch(str(path.resolve()))
        print(f"{found.url} as it was fetched at {found.at:%Y-%m-%d %H:%M}Z: {path}", file=sys.stderr)
        return
    with opened(None):
        standard_output().buffer.write(found.content)
