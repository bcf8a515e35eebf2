"""Excel: what its sheets hold, and workbooks. What would not fit is an error: Excel itself cuts it off."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any

from tasks.errors import UserError
from tasks.export.answer import Row
from tasks.export.cells import cell

ROWS = 1_048_576
"""Rows of a sheet, the heading included."""
COLUMNS = 16_384
CHARACTERS = 32_767
"""Characters of a cell."""
EXACT = 10**15
"""Excel keeps fifteen digits of a number; greater ones are written as text."""
FIRST_DAY = date(1900, 3, 1)
"""Excel knows no day before 1900, and counts one too many in its first February."""


def fitting(columns: Sequence[str], rows: Iterable[Row], rows_above: int = 1) -> Iterator[Row]:
    """Yield rows as long as they fit a sheet.

    Raises:
        UserError: There are more rows or columns than a sheet has, or a text is longer than a cell.
    """
    if len(columns) > COLUMNS:
        raise UserError(f"{len(columns)} columns: a sheet holds {COLUMNS}; name those that you need")
    for number, row in enumerate(rows, rows_above + 1):
        if number > ROWS:
            raise UserError(
                f"more than {ROWS - rows_above} rows: a sheet holds no more; narrow the query, or use Parquet"
            )
        for column, value in zip(columns, row, strict=True):
            if isinstance(value, (str, list, dict)) and len(cell(value)) > CHARACTERS:
                raise UserError(
                    f"{column} of row {number} is longer than the {CHARACTERS} characters of a cell; "
                    "leave it out, or use JSON lines or Parquet"
                )
        yield row


def guarded(value: Any) -> Any:
    """Return a value so that a spreadsheet takes no text for a formula: with an apostrophe before it."""
    text = cell(value) if isinstance(value, (str, list, dict)) else None
    return f"'{text}" if text and text[0] in "=+-@\t\r\n" else value


def write_workbook(columns: Sequence[str], rows: Iterable[Row], out: Path) -> None:
    """Write a workbook of one sheet, row by row.

    Texts stay texts, formulas and links included; times are in UTC, which Excel cannot say.

    Raises:
        UserError: What is to be written does not fit a sheet, or `out` cannot be written.
    """
    from xlsxwriter.exceptions import FileCreateError

    try:
        # A workbook itself would find out when all rows are laid out, and of a full disk with a traceback
        with out.open("wb") as file, TemporaryFile() as draft:
            _write_sheet(columns, rows, draft)
            draft.seek(0)
            copyfileobj(draft, file)
    except (OSError, FileCreateError) as error:
        why = error if isinstance(error, OSError) else error.args[0]
        raise UserError(f"cannot write {out}: {why.strerror or why}") from error


def _write_sheet(columns: Sequence[str], rows: Iterable[Row], file: IO[bytes]) -> None:
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("export")
        forms: dict[type, Any] = {date: book.add_format({"num_format": "yyyy-mm-dd"})}
        forms[datetime] = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, book.add_format({"bold": True}))
        for number, row in enumerate(fitting(columns, rows), 1):
            for place, value in enumerate(row):
                if value is not None:
                    _write(sheet, number, place, value, forms)


def _write(sheet: Any, row: int, column: int, value: Any, forms: dict[type, Any]) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)) and abs(value) < EXACT:
        sheet.write_number(row, column, value)
    elif isinstance(value, datetime) and value.date() >= FIRST_DAY:
        known = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
        sheet.write_datetime(row, column, known, forms[datetime])
    elif type(value) is date and value >= FIRST_DAY:
        sheet.write_datetime(row, column, value, forms[date])
    else:
        sheet.write_string(row, column, cell(value))
