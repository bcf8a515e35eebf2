"""Runs the queries of `docs/tutorial.md` on the samples and writes what they print under them, for `make docs`."""

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

PAGE = Path(__file__).parent / "tutorial.md"
SAMPLES = Path(__file__).parents[1] / "samples"
_ASKED = re.compile(r"(```sql\n(.*?)```\n)(?:\n```text\n.*?```\n)?", re.DOTALL)


def retold(page: str, con: duckdb.DuckDBPyConnection) -> str:
    """Return a page with what each of its queries prints now under it."""

    def printed(found: re.Match[str]) -> str:
        file = io.StringIO()
        WRITERS[Format.TABLE](*ask(con, found[2]), file)
        return f"{found[1]}\n```text\n{file.getvalue()}```\n"

    return _ASKED.sub(printed, page)


def main() -> None:
    """Write the page anew."""
    with TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        ingest([str(SAMPLES)], settings, AtOnce())
        with reading(settings) as con:
            PAGE.write_text(retold(PAGE.read_text(encoding="utf-8"), con), encoding="utf-8")


if __name__ == "__main__":
    main()
