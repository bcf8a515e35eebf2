"""`sitrep sql`: ask the published warehouse, read-only."""

from pathlib import Path
from typing import Annotated

import duckdb
import typer

from cli.output import FILES, Format, write
from settings import Settings
from tasks.export.answer import ask
from tasks.export.lake import reading_lake
from tasks.export.parquet import write_parquet
from tasks.warehouse import reading

ENDINGS = {**{form.value: form for form in Format if form is not Format.TABLE}, "md": Format.MARKDOWN}
"""Endings of files whose format is beyond doubt."""
SAID_JSON = (Format.JSONL, Format.GEOJSON)
"""Formats whose files are often called `.json`, too."""


def sql(
    query: Annotated[str | None, typer.Argument(help="One query; without it, a prompt.", metavar="[QUERY]")] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="How to write the rows; else by FILE's ending, or a table.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write to this file.", metavar="FILE")] = None,
    lake: Annotated[
        Path | None, typer.Option("--lake", help="Ask the Parquet files that `sitrep lake` wrote.", metavar="FOLDER")
    ] = None,
) -> None:
    """Query the published warehouse, read-only.

    Nothing can be written, and nothing outside of the warehouse be reached. Relations: `.tables` at the prompt.
    """
    form = _form(form, out)
    if form in FILES and (query is None or out is None):
        raise typer.BadParameter(f"{form} is written to a file: give a query and --out FILE")
    with reading_lake(lake, Settings()) if lake else reading(Settings()) as con:
        if query is not None:
            answer(con, query, form, out)
        else:
            from cli.prompt import prompt

            prompt(con, form, out)


def _form(named: Format | None, out: Path | None) -> Format:
    """Return the format that is asked for, by name or by the ending of the file."""
    ending = out.suffix.removeprefix(".").lower() if out else ""
    told = ENDINGS.get(ending)
    if named and told not in (None, named) and not (told is Format.JSON and named in SAID_JSON):
        raise typer.BadParameter(f"--format {named} for a file that ends in .{ending}: leave one of them out")
    return named or told or Format.TABLE


def answer(con: duckdb.DuckDBPyConnection, query: str, form: Format = Format.TABLE, out: Path | None = None) -> None:
    """Run one query and write its rows.

    Raises:
        UserError: It is no single query, DuckDB refuses it, or what it gives does not fit the format.
    """
    if form is Format.PARQUET and out is not None:
        write_parquet(con, query, out)
    else:
        write(*ask(con, query), form, out)
