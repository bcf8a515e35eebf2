"""`sitrep restore`: a back-up put back."""

from typing import Annotated

import typer

from settings import Settings


def restore(name: Annotated[str, typer.Argument(help="The back-up, as `sitrep backup --list` names it.")]) -> None:
    """Put a back-up of the warehouse back and publish it; what stands there now is kept beside it."""
    from tasks.restore import restore as put_back

    found, former = put_back(name, Settings())
    print(f"restored: {found.documents} documents, last loaded {found.last_load}")
    if former is not None:
        print(f"what stood there before: {former}")
