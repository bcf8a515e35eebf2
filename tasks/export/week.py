"""Week: what came into the warehouse lately, as workbooks for analysts, each with the file that says what it holds."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from settings import Settings
from tasks import statement
from tasks.export.answer import ask
from tasks.export.excel import write_workbook
from tasks.export.sidecar import IDS, Tally, write_sidecar
from tasks.folder import data_folder, private
from tasks.warehouse import asking

ABOUT = {
    "events": "week_events",
    "incidents": "week_incidents",
    "contested": "week_contested",
}
"""What is written, under the name of its file, and the query that it comes from."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One file and its rows."""

    path: Path
    rows: int


def export_week(settings: Settings, now: datetime, days: int) -> list[Exported]:
    """Write what came in the days before `now` to a folder named by its date; one of that date is written anew.

    Events are those first loaded then, incidents and contested figures those that such an event belongs to.

    Raises:
        UserError: nothing is published yet, an earlier release has published it, or it does not fit a sheet.
        OSError: the folder cannot be written.
    """
    since = now.astimezone(UTC) - timedelta(days=days)
    data_folder(settings)
    folder = private(settings.export_dir) / f"{now.astimezone(UTC):%Y-%m-%d}"
    folder.mkdir(exist_ok=True)
    return [_export(settings, folder / f"{name}.xlsx", query, since) for name, query in ABOUT.items()]


def _export(settings: Settings, out: Path, name: str, since: datetime) -> Exported:
    query, tally, draft = statement.text("queries", name), Tally(), out.with_name(f".{out.name}.part")
    with asking(settings) as con:
        columns, rows = ask(con, query, {"since": since})
        try:
            write_workbook(columns, tally.watch(columns, rows), draft)
            draft.replace(out)
        finally:
            draft.unlink(missing_ok=True)
        told = {
            "file": out.name,
            "format": "xlsx",
            "query": query,
            "since": since.isoformat(timespec="seconds"),
            "columns": list(columns),
        }
        write_sidecar(con, out, tally, told, identified=bool(IDS.keys() & set(columns)))
    return Exported(out, tally.rows)
