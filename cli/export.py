"""`sitrep export`: rows of the warehouse to a file that others can use, with a file that says what it holds."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import duckdb
import typer

from cli.output import Format, write, write_excel_csv
from cli.screen import count, opened
from settings import Settings
from tasks import statement
from tasks.errors import UserError
from tasks.export.answer import ask
from tasks.export.hxl import tags
from tasks.export.parquet import write_parquet
from tasks.export.redact import Change, People, changed, coarse, key_path, redaction_key
from tasks.export.sidecar import IDS, Tally, write_sidecar
from tasks.warehouse import asking

FORMATS = (Format.CSV, Format.XLSX, Format.JSONL, Format.PARQUET, Format.GEOJSON)
TAGGED = (Format.CSV, Format.XLSX)
NOTES = {
    "redact": "Names of persons that the warehouse knows, their other wordings and last names are replaced in every "
    "column by pseudonyms that are the same in every export of this data folder; ids made of names are null; offsets "
    "into texts no longer fit. Who was not recognised as a person stays: read it before you pass it on.",
    "coarse": "Coordinates are rounded to 0.1 degree, about 11 km. Names and GeoNames ids of places stay.",
    "excel": "Texts that a spreadsheet would take for a formula begin with an apostrophe.",
    "hxl": "The second row holds HXL hashtags (https://hxlstandard.org).",
}


class Redact(StrEnum):
    """Whose names are taken out."""

    PEOPLE = "people"


def export(
    what: Annotated[str, typer.Argument(help="A table or view, or one query.", metavar="RELATION_OR_QUERY")],
    out: Annotated[Path, typer.Argument(help=f"File; its ending is the format: {', '.join(FORMATS)}.", metavar="FILE")],
    where: Annotated[str | None, typer.Option("--where", help="Only rows for which this holds.", metavar="SQL")] = None,
    excel: Annotated[bool, typer.Option("--excel-safe", help="CSV that Excel opens without harm.")] = False,
    hxl: Annotated[bool, typer.Option("--hxl", help="HXL hashtags in the second row of CSV and XLSX.")] = False,
    redact: Annotated[Redact | None, typer.Option("--redact", help="Pseudonyms instead of names of persons.")] = None,
    coarse_points: Annotated[
        bool, typer.Option("--coarse-coordinates", help="Coordinates rounded to 0.1 degree, about 11 km.")
    ] = False,
) -> None:
    """Write all rows of a table, view or query to a file, and FILE.meta.json that says what it holds.

    All rows or an error, never a part: what a format cannot hold is refused. A file of that name is replaced.
    """
    form = _format(out)
    if hxl and form not in TAGGED:
        raise typer.BadParameter(f"--hxl is for .csv and .xlsx, not for .{form}")
    if excel and form is not Format.CSV:
        safe = ", and a workbook is safe without it" if form is Format.XLSX else f", not for .{form}"
        raise typer.BadParameter(f"--excel-safe is for .csv{safe}")
    settings, query, tally = Settings(), _query(what, where), Tally()
    with asking(settings) as con, _draft(out) as draft:
        changes: list[Change] = [coarse] if coarse_points else []
        if redact:
            people = con.execute(statement.text("queries", "export_people")).fetchall()
            changes.append(People(people, redaction_key(key_path(settings))).hide)
        columns = _write(con, query, draft, form, tally, changes, excel=excel, hxl=hxl)
        done = {"redact": redact is not None, "coarse": coarse_points, "excel": excel, "hxl": hxl}
        told: dict[str, Any] = {
            "file": out.name,
            "format": form.value,
            "query": query,
            "filter": where,
            "columns": columns,
            "done_to_it": [NOTES[name] for name, holds in done.items() if holds],
        }
        for change in changes:  # a query may name whom it is about
            told |= {name: change(name, told[name]) for name in ("query", "filter")}
        about = write_sidecar(con, out, tally, told, identified=bool(IDS.keys() & set(columns)))
    print(f"{count(tally.rows, 'row')}: {out}\nwhat they are: {about}")


def _format(out: Path) -> Format:
    ending = out.suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        raise typer.BadParameter(f"{out.name} must end in one of: {', '.join('.' + form for form in FORMATS)}")
    return Format(ending)


def _query(what: str, where: str | None) -> str:
    """Return the query of a relation or a query itself, narrowed where asked for."""
    query = f"from {what}" if re.fullmatch(r"\w+", what) else what.strip().rstrip(";")
    return f"select * from ({query}\n) where {where}" if where else query


@contextmanager
def _draft(out: Path) -> Iterator[Path]:
    """Give a file beside `out` that becomes it when all is well, and goes when it is not."""
    if not out.parent.is_dir():
        raise UserError(f"cannot write {out}: there is no folder {out.parent}")
    draft = out.with_name(f".{out.name}.part")
    try:
        yield draft
        draft.replace(out)
    except OSError as error:
        raise UserError(f"cannot write {out}: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _write(
    con: duckdb.DuckDBPyConnection,
    query: str,
    out: Path,
    form: Format,
    tally: Tally,
    changes: list[Change],
    **how: Any,
) -> list[str]:
    if form is Format.PARQUET:
        frame = write_parquet(con, query, out, changes)
        ids = frame.select(name for name in frame.columns if name in IDS)  # Polars knows days that Python does not
        for _ in tally.watch(ids.columns, ids.iter_rows()):
            pass
        tally.rows = frame.height
        return frame.columns
    columns, rows = ask(con, query)
    rows = tally.watch(columns, rows)
    if changes:
        rows = changed(columns, rows, changes)
    if how["hxl"]:
        rows = chain([tags(columns)], rows)
    if how["excel"]:
        with opened(out) as file:
            write_excel_csv(columns, rows, file)
    else:
        write(columns, rows, form, out)
    return list(columns)
