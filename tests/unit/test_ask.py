"""The commands that read the warehouse: sql, status, show."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest
from typer.testing import CliRunner, Result

from cli import main
from cli import prompt as prompting
from cli.output import Format
from settings import Settings
from tasks import statement
from tasks.page import Rejection
from tasks.publish import publish
from tests.sql.conftest import take
from tests.sql.invented import arrest, clash, success

ROOT = Path(__file__).parents[2]
FULL = "cannot write to standard output: No space left on device"
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which is Linux's")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, empty: Callable[[Settings], None]) -> Path:
    folder = tmp_path_factory.mktemp("ask")
    made = Settings(data_dir=folder / "data")
    empty(made)
    other = success("files/b one.html", "Two gunmen were killed near Mosul.", clash, None, url="https://b.example/1")
    take(made, folder, [success("files/a.txt", events=[arrest, clash]), other, Rejection("c.txt", "empty", "no bytes")])
    publish(made)
    return made.data_dir


@pytest.fixture
def ask(data: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("SITREP_DATA_DIR", str(data))
    return monkeypatch


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(main.app, list(arguments), input=given)


def test_sql_in_every_format_of_text(ask: pytest.MonkeyPatch) -> None:
    query = "select kind, count(*) as n from events group by kind order by kind"
    assert run("sql", query).stdout == "kind         n\n-----------  -\narmed_clash  2\narrest       1\n"
    assert run("sql", query, "--format", "csv").stdout == "kind,n\narmed_clash,2\narrest,1\n"
    assert json.loads(run("sql", query, "--format", "json").stdout)[1] == {"kind": "arrest", "n": 1}
    assert run("sql", query, "--format", "markdown").stdout.startswith("| kind | n |\n")


def test_sql_writes_files(ask: pytest.MonkeyPatch, tmp_path: Path) -> None:
    out = tmp_path / "with space é.parquet"
    assert run("sql", "from casualties", "--format", "parquet", "--out", str(out)).exit_code == 0
    assert pl.read_parquet(out)["killed_low"].to_list() == [2, 2]
    assert run("sql", "select 1 as a", "--format", "csv", "--out", str(tmp_path / "a.csv")).stdout == ""
    assert (tmp_path / "a.csv").read_text() == "a\n1\n"
    assert run("sql", "select 1", "--format", "parquet").exit_code == 2


def test_the_ending_of_a_file_is_its_format(ask: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, begins in (("a.csv", b"n\n0\n"), ("a.JSONL", b'{"n": 0}'), ("a.xlsx", b"PK"), ("a.parquet", b"PAR1")):
        assert run("sql", "select range as n from range(2000)", "--out", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert len((tmp_path / "a.csv").read_text().splitlines()) == 2001
    assert run("sql", "select 1", "--out", str(tmp_path / "b.csv"), "--format", "json").exit_code == 2
    assert run("sql", "select 1", "--out", str(tmp_path / "b.csv"), "--format", "table").exit_code == 2
    assert not (tmp_path / "b.csv").exists()
    for form, begins in (("jsonl", b'{"a": 1}'), ("geojson", b'{"type": "FeatureCollection"'), ("json", b"[")):
        query = "select 1 as a, 2.0 as latitude, 3.0 as longitude" if form == "geojson" else "select 1 as a"
        assert run("sql", query, "--out", str(tmp_path / "b.json"), "--format", form).exit_code == 0
        assert (tmp_path / "b.json").read_bytes().startswith(begins)
    assert run("sql", "select 1", "--out", str(tmp_path / "b.jsonl"), "--format", "json").exit_code == 2


def test_parquet_takes_each_name_once_and_names_a_type_that_does_not_fit(
    ask: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "a.parquet"
    assert run("sql", "select 1 as a, 2 as a; \n", "--out", str(out)).exit_code == 0
    assert pl.read_parquet(out).to_dicts() == [{"a": 1, "a_1": 2}]
    for kind in ("interval 1 day", "[interval 1 day]", "union_value(k := 1)", "'12:00:00+01'::timetz"):
        assert "d: Parquet takes no " in str(run("sql", f"select 1 as a, {kind} as d", "--out", str(out)).exception)


def test_parquet_says_nothing_of_the_libraries_behind_it(data: Path, tmp_path: Path) -> None:
    # Where numpy is, Polars asks it and keeps no type of DuckDB's
    code = "import sys; sys.modules['numpy'] = None; from cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "sql", "from events", "--out", str(tmp_path / "a.parquet")],
        env={**os.environ, "SITREP_DATA_DIR": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("sql <&-", "standard input is closed"),
        ("sql 'select 1' >&-", "standard output is closed"),
        pytest.param("sql 'select 1' >/dev/full", FULL, marks=needs_full),
        ("show a.txt >&-", "standard output is closed"),
        pytest.param("show a.txt >/dev/full", FULL, marks=needs_full),
        ("explain page.txt >&-", "standard output is closed"),
        pytest.param("explain page.txt >/dev/full", FULL, marks=needs_full),
    ],
)
def test_a_stream_that_is_closed_or_full_is_one_line(command: str, why: str, data: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Two gunmen were killed near Mosul.")
    done = in_shell(command, data, tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert done.stderr.startswith(f"sitrep: {why}")


def test_what_is_told_on_a_closed_stderr_is_not_taken_for_an_answer(data: Path, tmp_path: Path) -> None:
    assert in_shell("sql 'select nothing' 2>&-", data, tmp_path).stdout == ""
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = in_shell(f"ingest {empty} 2>&-", tmp_path / "data", tmp_path)
    assert (done.returncode, "Traceback" in done.stdout, "clean and extract" in done.stdout) == (1, False, False)


def in_shell(command: str, data: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -c "from cli.main import main; main()" {command}'],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SITREP_DATA_DIR": str(data)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_sql_keeps_columns_of_one_name_apart(ask: pytest.MonkeyPatch) -> None:
    assert json.loads(run("sql", "select 1 as a, 2 as a", "--format", "jsonl").stdout) == {"a": 1, "a_1": 2}


def test_a_mistake_is_a_line_and_exit_code_1(ask: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ask.setattr(sys, "argv", ["sitrep", "sql", "select nothing from nowhere"])
    with pytest.raises(SystemExit) as stopped:
        main.main()
    assert stopped.value.code == 1
    assert "nowhere does not exist" in capsys.readouterr().err
    assert str(run("sql", "").exception) == "there is no query: it is empty"


def test_the_prompt_answers_what_it_is_given(ask: pytest.MonkeyPatch) -> None:
    given = ".schema event_evidence\n\nselect 1\n  as a;\n;\nselect 2 as b"
    shown = run("sql", given=given).stdout
    assert "The whole sentence." in shown
    assert shown.endswith("a\n-\n1\nb\n-\n2\n")
    assert run("sql", given=".tables\n.quit\nselect 3 as c;").stdout.count("\n") > 20
    assert run("sql", given="select 3 as three;").stdout == "three\n-----\n3\n"


def test_the_prompt_goes_on_after_a_mistake_and_ctrl_c(ask: pytest.MonkeyPatch) -> None:
    lines: Iterator[object] = iter(
        ["select 'half", KeyboardInterrupt, "selec;", ".schema nothing", "select 4 as four;", EOFError]
    )

    def typed(shown: str) -> str:
        line = next(lines)
        if isinstance(line, str):
            return line
        raise KeyboardInterrupt if line is KeyboardInterrupt else EOFError

    file = io.StringIO()
    ask.setattr("builtins.input", typed)
    ask.setattr(sys, "stdout", file)
    ask.setattr(sys, "stdin", Terminal())
    with duckdb.connect() as con:
        prompting.prompt(con, Format.TABLE, None)
    told = file.getvalue()
    assert "syntax error" in told
    assert "no relation nothing" in told
    assert told.rstrip().endswith("four\n----\n4")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_status_says_what_there_is(ask: pytest.MonkeyPatch) -> None:
    shown = " ".join(run("status").stdout.split())
    for told in ("documents 2", "events 3", "armed_clash 2 0 0", "2019-11-04", "empty 1 c.txt no bytes"):
        assert told in shown


@pytest.mark.parametrize(
    "key", ["a", "a.txt", "files/a.txt", "/abs/files/a.txt", "{document}", "{event}", "{event:.8}"]
)
def test_show_finds_by_id_and_by_file(ask: pytest.MonkeyPatch, data: Path, key: str) -> None:
    path = data / "published" / "current" / "warehouse.duckdb"
    with duckdb.connect(path, read_only=True) as con:
        (found,) = con.execute(
            "select event_id::varchar, document_id::varchar from events where kind = 'arrest'"
        ).fetchall()
    shown = run("show", key.format(event=found[0], document=found[1])).stdout
    assert "Eight held in Qaim" in shown
    assert "[Soldiers] arrested [eight men] of the [Islamic State] [in Qaim on] Monday." in shown
    assert ("were killed near" in shown) == ("event" not in key)


def test_show_finds_the_pages_of_a_file_that_holds_many() -> None:
    with duckdb.connect() as con:
        con.execute("create table events (event_id uuid, summary varchar)")
        con.execute("create table documents (document_id uuid, title varchar, source_uri varchar, url varchar)")
        con.execute("""insert into documents select uuid(), 'T' || n, 'in/two.jsonl#' || n, null
            from (values (1), (2)) as pages (n)""")

        def found(key: str) -> list[str]:
            rows = con.execute(statement.text("queries", "show_find"), {"key": key}).fetchall()
            return [label for _, _, label in rows]

        for many in ("two", "two.jsonl", "in/two.jsonl", "/abs/in/two.jsonl"):
            assert found(many) == ["T1", "T2"]
        assert found("two.jsonl#2") == found("in/two.jsonl#2") == ["T2"]
        assert found("o.jsonl") == found("/abs/other/in.jsonl") == []


def test_an_incident_is_found_by_how_its_id_begins(ask: pytest.MonkeyPatch) -> None:
    found = run("sql", "select incident_id, event_id from incident_reports order by all", "--format", "csv").stdout
    incident, event = found.splitlines()[1].split(",")
    shown = json.loads(run("incidents", "--of", incident[:13], "--format", "json").stdout)
    assert [report["event_id"] for report in shown] == [event]
    for stranger in ("nope", "%", event):
        assert f"no incident's id begins with {stranger}" in str(run("incidents", "--of", stranger).exception)
    assert "an empty id names no event" in str(run("incidents", "join", "", "").exception)
    assert "an empty id may mean several" in str(run("incidents", "--of", "").exception)
    assert f"{incident} is an incident: `sitrep incidents --of {incident}`" in str(run("show", incident).exception)


def test_options_of_a_list_go_with_the_list_alone(ask: pytest.MonkeyPatch) -> None:
    assert run("incidents", "--limit", "1", "--format", "json").exit_code == 0
    assert json.loads(run("incidents", "list", "--format", "json").stdout) == []
    for wrong in (
        ["incidents", "--format", "json", "list"],
        ["incidents", "--of", "a", "list"],
        ["incidents", "--of", "a", "--limit", "1"],
        ["incidents", "--limit", "9" * 20],
        ["incidents", "--format", "geojson"],
        ["sources", "--format", "json", "check"],
        ["sources", "--format", "geojson"],
        ["gazetteer", "--format", "csv", "remove", "IQ"],
    ):
        assert run(*wrong).exit_code == 2


def test_a_page_that_was_never_fetched_is_its_file(ask: pytest.MonkeyPatch) -> None:
    query = "select document_id from documents where source_uri = 'files/a.txt'"
    document = run("sql", query, "--format", "csv").stdout.split()[-1]
    told = f"{document} was read from files/a.txt and never fetched"
    assert told in str(run("page", document).exception)
    assert "nothing is archived of https://b.example/1" in str(run("page", "https://b.example/1").exception)


def test_show_by_url_and_what_it_cannot_find(ask: pytest.MonkeyPatch) -> None:
    assert "files/b one.html" in run("show", "https://b.example/1").stdout
    assert "no event and no document is called zzz" in str(run("show", "zzz").exception)
    assert "may mean several" in str(run("show", "").exception)
    assert run("show").exit_code == 2
