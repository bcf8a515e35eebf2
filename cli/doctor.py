"""`sitrep doctor`: what is wrong, and what to do."""

import typer

from cli.output import write
from settings import Settings


def doctor() -> None:
    """Say what is wrong with the warehouse and the service, and what to do. Ends with 1 where something is."""
    from service.health import findings as of_service
    from tasks.health import findings as of_folder

    settings = Settings()
    found = [*of_folder(settings), *of_service(settings)]
    write(("level", "what", "says", "do"), [(one.level, one.what, one.says, one.do) for one in found])
    if any(one.level == "wrong" for one in found):
        raise typer.Exit(1)
