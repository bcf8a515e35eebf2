"""Runs the queries of `docs/tutorial.md` and of the README on the samples and writes what they print under them.

For `make docs`.
"""

import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from cli.output import WRITERS, Format
from settings import Settings
from tasks.export.answer import ask
from tasks.ingest import AtOnce, ingest
from tasks.warehouse import reading

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "docs/tutorial.md", ROOT / "README.md")
SAMPLES = ROOT / "samples"
_ASKED = re.compile(r"(```sql\n(.*?)```\n)(?:\n```text\n.*?```\n)?", re.DOTALL)
_COMMANDED = re.compile(r'(^\S*sitrep sql "([^"]+)"\n)[^\n`]+\n-[^`]*(?=^```)', re.MULTILINE)


def retold(page: str, con: duckdb.DuckDBPyConnection) -> str:
    """Return a page with what each of its queries prints now under it."""

    def printed(query: str) -> str:
        file = io.StringIO()
        WRITERS[Format.TABLE](*ask(con, query), file)
        return file.getvalue()

    page = _ASKED.sub(lambda found: f"{found[1]}\n```text\n{printed(found[2])}```\n", page)
    return _COMMANDED.sub(lambda found: found[1] + printed(found[2]), page)


def main() -> None:
    """Write the pages anew."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        ingest([str(SAMPLES)], settings, AtOnce())
        with reading(settings) as con:
            for page in PAGES:
                page.write_text(retold(page.read_text(encoding="utf-8"), con), encoding="utf-8")


if __name__ == "__main__":
    main()
