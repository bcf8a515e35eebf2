"""Report of a run on the terminal."""

from rich import box
from rich.console import Console
from rich.table import Table

from tasks.report import Report, headline, rows


def show_report(report: Report) -> None:
    """Print what a run counted, its headline, where the warehouse is, and what the checks warn of."""
    table = Table(box=box.SIMPLE, show_header=False)
    table.add_column()
    table.add_column(justify="right", overflow="fold")
    for what, count in rows(report):
        table.add_row(what, count)
    console = Console()
    console.print(table)
    for line in (headline(report), f"warehouse: {report.warehouse}", *report.warnings):
        console.print(line, soft_wrap=True, highlight=False, markup=False)
