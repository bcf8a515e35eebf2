"""What the tutorial and the README tell a reader to do does what they say."""

import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib.util import module_from_spec, spec_from_file_location
from io import StringIO
from pathlib import Path
from typing import Any

import duckdb
import pytest

from cli.report import show_report
from tasks.report import Report
from tests.golden.samples import Warehouse

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PUBLISHED = "data/demo/published/current/warehouse.duckdb"


@pytest.fixture
def con(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(warehouse.path, read_only=True) as opened:
        opened.execute("set timezone = 'UTC'")
        yield opened


def opening() -> list[str]:
    section = README.read_text("utf-8").split("## Opening it")[1].split("\n## ")[0]
    return re.findall(r"```\n(.*?)```", section, re.DOTALL)


def test_the_pages_show_what_their_queries_print(con: duckdb.DuckDBPyConnection) -> None:
    spec = spec_from_file_location("docs_tutorial", ROOT / "docs/tutorial.py")
    assert spec is not None
    assert spec.loader is not None
    tutorial: Any = module_from_spec(spec)
    spec.loader.exec_module(tutorial)
    tutorial_page, readme = (page.read_text("utf-8") for page in tutorial.PAGES)
    assert tutorial_page.count("```sql") == 10
    assert len(re.findall(r'^\S*sitrep sql ".*\n.+\n---', readme, re.MULTILINE)) == 4
    for page in (tutorial_page, readme):
        assert tutorial.retold(page, con) == page, "stale: run `make docs`"
    assert tutorial.retold(readme.replace("Catatumbo", "Nowhere"), con) == readme


def test_the_readme_shows_what_the_demo_counts(report: Report, capsys: pytest.CaptureFixture[str]) -> None:
    show_report(report)
    counted = untimed(capsys.readouterr().out.replace(str(report.warehouse), PUBLISHED))
    (told,) = re.findall(r"^  pages read.*?(?=^\S+/sitrep sql)", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    first, rest = " ".join(untimed(told)).split(" … ")
    assert " ".join(counted).startswith(first)
    assert " ".join(counted).endswith(rest)


def untimed(printed: str) -> list[str]:
    """Return the lines of a report but for its times."""
    lines = (" ".join(line.split()) for line in printed.splitlines())
    return [line for line in lines if line and not line.startswith(("seconds ", "pages a second "))]


@pytest.mark.parametrize("lines", [lines for lines in opening() if lines.startswith("import")])
def test_python_opens_it_as_the_readme_says(lines: str, warehouse: Warehouse) -> None:
    known: dict[str, Any] = {}
    assert len(lines.splitlines()) == 3
    with redirect_stdout(StringIO()) as told:
        exec(lines.replace(PUBLISHED, str(warehouse.path)), known)
    found = known["frame"].height if "frame" in known else len(known["con"].sql("from incidents where contested"))
    known["con"].close()
    assert found > 0
    assert "frame" in known or "incident_id" in told.getvalue()


def test_the_shell_answers_as_the_readme_says(con: duckdb.DuckDBPyConnection) -> None:
    (lines,) = [lines for lines in opening() if lines.startswith("duckdb")]
    command, *queries = lines.splitlines()
    assert command == f"duckdb -readonly {PUBLISHED}"
    assert [len(con.execute(query).fetchall()) > 0 for query in queries] == [True, True]
