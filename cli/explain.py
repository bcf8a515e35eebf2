"""`sitrep explain`: what the extractor sees in a file."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from cli.screen import opened
from settings import Settings


def explain(
    path: Annotated[Path, typer.Argument(help="A file of one page or of many, or a folder of such.", metavar="PATH")],
) -> None:
    """Print, sentence by sentence, what the extractor sees in a file.

    Of a folder, in each of its files. Mentions, clauses with the rule that each fired, then the events with the reason
    for every slot. Nothing is stored.
    """
    from extraction.explain import explain as lines
    from extraction.places.gazetteer import use
    from tasks.clean import clean
    from tasks.furniture import Furniture
    from tasks.gazetteer import gazetteer
    from tasks.page import Rejection
    from tasks.read import pages, plan
    from tasks.source import expand

    settings, read = Settings(), 0
    if settings.data_dir.is_dir() or settings.cache_dir.is_dir():  # else nothing is to be left behind
        use(gazetteer(settings).open())
    with opened(None), TemporaryDirectory() as spool:
        for batch in plan(expand([path]).sources, settings, Path(spool)):
            for page in pages(batch, settings, lambda _: None):
                outcome = page if isinstance(page, Rejection) else clean(page, Furniture.none())
                if isinstance(outcome, Rejection):
                    print(f"{outcome.source_uri}: rejected, {outcome.reason}: {outcome.detail}".rstrip(": "))
                    continue
                read += 1
                print(f"{outcome.source_uri}\ndocument {outcome.document_id}\n{outcome.title or ''}")
                for line in lines(outcome):
                    print(line)
    if not read:
        raise typer.Exit(1)
