"""Output: how a command writes rows, in every format, on a terminal and elsewhere."""

import csv
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import IO

from cli.screen import count, on_terminal, opened
from tasks.errors import UserError
from tasks.export.answer import Row
from tasks.export.cells import cell, json_text
from tasks.export.excel import fitting, guarded, write_workbook
from tasks.export.geojson import features

TABLE_ROWS = 1000
"""A table is laid out in memory and read by a person: more rows than these are not shown."""
NARROWEST = 10
"""A column with fewer characters than these is not readable."""


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    GEOJSON = "geojson"


FILES = frozenset({Format.PARQUET, Format.XLSX})
"""Formats that are no text: they go to a file."""


def write(columns: Sequence[str], rows: Iterable[Row], form: Format = Format.TABLE, out: Path | None = None) -> None:
    """Write rows to `out`, or to standard output, in any format but Parquet.

    A table is drawn by Rich on a terminal, each row as a list where the columns do not fit, and in plain aligned
    columns elsewhere.

    Raises:
        UserError: `out` cannot be written, the format is one of a file and there is none, or what is to be written does
            not fit it.
    """
    if form is Format.XLSX and out is not None:
        write_workbook(columns, rows, out)
        return
    if form not in WRITERS:
        raise UserError(f"{form} is no text, and this goes to the screen: choose one of {', '.join(WRITERS)}")
    with opened(out) as file:
        if form is Format.TABLE and out is not None:
            _aligned(columns, [list(map(cell, row)) for row in rows], file)
        else:
            WRITERS[form](columns, rows, file)


def _table(columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    every = iter(rows)
    shown = [[cell(value) for value in row] for row in islice(every, TABLE_ROWS)]
    if on_terminal(file):
        _rich(columns, shown, file)
    else:
        _aligned(columns, shown, file)
    if rest := sum(1 for _ in every):
        print(f"{count(rest, 'more row')}: write them all with --format csv", file=sys.stderr)


def _rich(columns: Sequence[str], rows: Iterable[Sequence[str]], file: IO[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=file)
    if len(columns) * NARROWEST > console.width:
        for row in rows:
            listed = Table(box=box.SIMPLE, show_header=False)
            for column, value in zip(columns, row, strict=True):
                listed.add_row(Text(column, "bold"), Text(value))
            console.print(listed)
        return
    table = Table(box=box.SIMPLE_HEAD)
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _aligned(columns: Sequence[str], rows: Sequence[Sequence[str]], file: IO[str]) -> None:
    lines = [[" ".join(value.split()) for value in line] for line in [columns, *rows]]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        file.write("  ".join(value.ljust(width) for value, width in zip(line, widths, strict=True)).rstrip() + "\n")


def _csv(columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows(chain([columns], (list(map(cell, row)) for row in rows)))


def write_excel_csv(columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    """Write CSV as Excel opens it: marked as UTF-8, no text taken for a formula, nothing that a sheet would cut off."""
    file.write("\ufeff")
    safe = ([guarded(value) for value in row] for row in fitting(columns, rows))
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows(chain([list(map(guarded, columns))], (list(map(cell, row)) for row in safe)))


def _geojson(columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    for line in features(columns, rows):
        file.write(line + "\n")


def _jsonl(columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    for row in rows:
        file.write(_record(columns, row) + "\n")


def _json(columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    file.write("[")
    for number, row in enumerate(rows):
        file.write(",\n" if number else "\n")
        file.write(_record(columns, row))
    file.write("\n]\n")


def _record(columns: Sequence[str], row: Row) -> str:
    return json_text(dict(zip(columns, row, strict=True)))


def _markdown(columns: Sequence[str], rows: Iterable[Row], file: IO[str]) -> None:
    for line in chain([columns, ["---"] * len(columns)], rows):
        cells = (" ".join(cell(value).replace("|", "\\|").split()) for value in line)
        file.write(f"| {' | '.join(cells)} |\n")


WRITERS = {
    Format.TABLE: _table,
    Format.CSV: _csv,
    Format.JSON: _json,
    Format.JSONL: _jsonl,
    Format.MARKDOWN: _markdown,
    Format.GEOJSON: _geojson,
}
