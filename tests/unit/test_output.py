import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from cli.output import TABLE_ROWS, WRITERS, Format, Row, write
from cli.screen import count
from tasks.errors import UserError

COLUMNS = ["id", "n", "names", "day"]
ROWS = [(UUID(int=1), Decimal(3), ["a", "b|c"], date(2020, 1, 2)), (None, 2.0, [], None)]


def written(form: Format, columns: list[str] = COLUMNS, rows: Sequence[Row] = ROWS) -> str:
    file = io.StringIO()
    WRITERS[form](columns, rows, file)
    return file.getvalue()


def test_a_table_is_aligned_where_nobody_looks() -> None:
    assert written(Format.TABLE, ["a", "long"], [("xyz", None), ("", 1.0)]) == "a    long\n---  ----\nxyz\n     1\n"


def test_a_long_table_says_what_it_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    write(["n"], ((n,) for n in range(TABLE_ROWS + 2)))
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == TABLE_ROWS + 2
    assert err == "2 more rows: write them all with --format csv\n"


@pytest.mark.parametrize("form", [Format.PARQUET, Format.XLSX])
def test_what_is_no_text_is_refused_where_there_is_no_file(form: Format) -> None:
    with pytest.raises(UserError, match=rf"^{form} is no text, .*: choose one of table, csv, .*geojson$"):
        write(["n"], [(1,)], form)


def test_json_and_jsonl_keep_types() -> None:
    records = json.loads(written(Format.JSON))
    assert records == [json.loads(line) for line in written(Format.JSONL).splitlines()]
    assert records == [
        {"id": str(UUID(int=1)), "n": 3, "names": ["a", "b|c"], "day": "2020-01-02"},
        {"id": None, "n": 2.0, "names": [], "day": None},
    ]
    assert json.loads(written(Format.JSON, rows=[])) == []


def test_csv_and_markdown_escape() -> None:
    assert written(Format.CSV).splitlines()[1] == f'{UUID(int=1)},3,"[""a"", ""b|c""]",2020-01-02'
    assert written(Format.MARKDOWN).splitlines()[2] == f'| {UUID(int=1)} | 3 | ["a", "b\\|c"] | 2020-01-02 |'


def test_what_json_has_no_number_or_key_for_is_valid_json() -> None:
    row = (float("nan"), [float("-inf"), {"deep": float("inf")}], {date(2020, 1, 2): 1})
    for form in (Format.JSON, Format.JSONL):
        (found,) = [json.loads(text, parse_constant=pytest.fail) for text in [written(form, [*"abc"], [row])]]
        record = found[0] if form is Format.JSON else found
        assert record == {"a": None, "b": [None, {"deep": None}], "c": {"2020-01-02": 1}}


def test_a_table_in_a_file_is_whole(tmp_path: Path) -> None:
    write(["n"], ((n,) for n in range(TABLE_ROWS + 2)), Format.TABLE, tmp_path / "a.txt")
    assert len((tmp_path / "a.txt").read_text().splitlines()) == TABLE_ROWS + 4


def test_a_count_is_in_words() -> None:
    assert [count(n, "row") for n in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
    assert [count(n, "more row") for n in (1, 2)] == ["1 more row", "2 more rows"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("width", ["200", "30"])
def test_rich_shows_every_value_in_wide_and_narrow_windows(width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    file = Terminal()
    WRITERS[Format.TABLE](["what", "why", "where", "when"], [("[bold]", "because", "here", "now")], file)
    assert all(word in file.getvalue() for word in ("[bold]", "because", "here", "now", "what", "when"))


def test_a_file_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    for form in (Format.CSV, Format.XLSX):
        with pytest.raises(UserError, match=r"cannot write .*missing.*: No such file or directory"):
            write(["a"], [(1,)], form, tmp_path / "missing" / f"x.{form}")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which is Linux's")
@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX])
def test_a_disk_that_is_full_is_a_clear_error(form: Format) -> None:
    with pytest.raises(UserError, match=r"cannot write /dev/full: No space left on device"):
        write(["a"], [(1,)], form, Path("/dev/full"))
